"""What drafts and tools leave in copy."""

from tests.checks.leftovers import ids


def test_chatbots_may_be_quoted() -> None:
    assert ids("It wrote: “As an AI language model, I cannot.”") == []
    assert ids("As an AI\nlanguage model, I cannot.") == ["chatbot-residue"]
