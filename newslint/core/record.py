"""NamedTuple as typing has it, without a look at the annotations.

typing compiles the annotation of each field, and Python makes two hundred classes when it is asked
to compile: a tenth of the work for a story that is known. The type checker sees typing's.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    _OF_THE_CLASS = ("__annotations__", "__module__", "__qualname__")

    class _Maker(type):
        """Makes a tuple with the annotated names of a class, its defaults and its methods."""

        def __new__(cls, name, bases, body):
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                if key not in fields and key not in _OF_THE_CLASS:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})


__all__ = ["NamedTuple"]
