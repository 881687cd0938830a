"""A linter for news copy: what is misspelt in it, names above all."""

TYPE_CHECKING = False  # without typing, which takes as long to import as all that --version does

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "NewslintError",
    "Proofreader",
    "Span",
    "fix",
    "lint",
]

if TYPE_CHECKING:
    from newslint.api import Proofreader, fix, lint
    from newslint.core.errors import NewslintError
    from newslint.core.finding import Edit, Finding, Fix, Span
else:

    def __getattr__(name: str) -> object:
        """What programs import from here is loaded when they do: the command never needs it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newslint import api

        return getattr(api, name)
