"""Run a kind's rules; if one raises, report it and keep the others.

A rule is somebody's YAML: it may search without end, or meet a fault of newslint's. When the check
of a kind fails, its rules are run one by one, so that all but one still report, and that one is
named. Findings outside a rule's scope are left out here, whatever its kind.
"""

from __future__ import annotations

from itertools import islice

from newslint.checks import kinds
from newslint.checks.matching.patterns import PatternTimeError
from newslint.core.errors import NewslintError, internal_error
from newslint.core.finding import MOST_FINDINGS
from newslint.core.record import NamedTuple
from newslint.text import scopes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.book.rules import Rules
    from newslint.checks.context import Context
    from newslint.core.finding import Finding
    from newslint.core.rule import Rule
    from newslint.text.document import Document


class Failure(NamedTuple):
    """A rule that failed, and the reason in one line."""

    rule: str
    message: str


class GuardedCheck:
    """The check of one kind of rule; errors become failures."""

    def __init__(self, kind: str, rules: Rules, context: Context) -> None:
        self._kind = kind
        self._context = context
        self._all = rules
        self.ask_all()

    def ask_all(self) -> None:
        """Ask every rule from now on, those that were given up, too."""
        self._rules = self._all
        self._check = kinds.prepare(self._kind, self._rules, self._context)

    @property
    def has_given_up(self) -> bool:
        """Whether a rule is not asked any more."""
        return self._rules is not self._all

    def ask(
        self, document: Document, most: int = MOST_FINDINGS
    ) -> tuple[list[Finding], list[Failure]]:
        """Check an article; return the findings, at most `most`, and the rules that failed."""
        failures: list[Failure] = []
        try:
            found = list(islice(self._check(document), most))
        except Exception:
            found, failures = self._ask_one_by_one(document, most)
        return [finding for finding in found if self._is_in_scope(finding, document)], failures

    def _is_in_scope(self, finding: Finding, document: Document) -> bool:
        rule = self._rules.get(finding.rule)
        if rule is None or not rule.scope:
            return True
        (start, end), spans = finding.span, scopes.of_rule(rule)(document)
        return any(span.start <= start and end <= span.end for span in spans)

    def _ask_one_by_one(self, document: Document, most: int) -> tuple[list[Finding], list[Failure]]:
        found: list[Finding] = []
        failures: list[Failure] = []
        kept: list[str] = []
        for rule in self._rules:
            try:
                check = kinds.prepare(self._kind, self._rules.only({rule.id}), self._context)
                found += islice(check(document), most)
            except PatternTimeError as error:
                failures.append(Failure(rule.id, str(error)))
                continue  # nor is it asked again: a second for each article is for ever, too
            except Exception as error:
                failures.append(Failure(rule.id, failure_text(rule, error)))
            kept.append(rule.id)
        if len(kept) < len(self._rules):
            self._rules = self._rules.only(kept)
            self._check = kinds.prepare(self._kind, self._rules, self._context)
        return found, failures


def failure_text(rule: Rule, error: Exception) -> str:
    """The message for a rule that failed."""
    if isinstance(error, NewslintError):  # of a book, or of a memory that is damaged
        return str(error)
    return f"{rule.where}: '{rule.id}' failed, please report it: {internal_error(error)}"
