"""NamedTuple as typing has it, made with a fifth of the work.

typing compiles the annotation of each field, and its tuples have a constructor and methods of their
own. Ours inherit their methods, and share the code of constructors of as many fields: there are a
hundred and fifty such classes, and a story that is known needs half of them. The type checker sees
typing's.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Record(tuple):
        """What all such tuples have in common."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {[*changed]!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = map("{}={!r}".format, self._fields, self)
            return f"{type(self).__name__}({', '.join(shown)})"

        def __getnewargs__(self):
            return tuple(self)

    _makers = {}
    _MAKERS_NAMES = {"__builtins__": {}, "_new": tuple.__new__}

    def _maker(fields, defaults):
        """The constructor of a tuple with these fields."""
        if len(fields) not in _makers:
            values = ", ".join(f"_{at}" for at in range(len(fields)))
            _makers[len(fields)] = eval(f"lambda _cls, {values}: _new(_cls, ({values},))")
        code = _makers[len(fields)].__code__.replace(co_varnames=("_cls", *fields))
        return type(_maker)(code, _MAKERS_NAMES, "__new__", defaults)

    class _Maker(type):
        """Makes a tuple with the annotated names of a class, its defaults and its methods."""

        def __new__(cls, name, bases, body):
            annotations = body.pop("__annotations__", {})
            fields = tuple(annotations)
            defaults = {field: body[field] for field in fields if field in body}
            new = _maker(fields, (*defaults.values(),))
            new.__annotations__ = annotations
            new.__qualname__ = f"{body['__qualname__']}.__new__"
            getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            own = {"__slots__": (), "__new__": new, "__annotations__": annotations}
            of_fields = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Record,), {**own, **of_fields, **body, **getters})

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})


__all__ = ["NamedTuple"]
