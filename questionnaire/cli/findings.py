"""What checks found, said to people and to programs, and the exit code that it makes."""

from collections.abc import Iterator, Sequence

from questionnaire.journeys.upkeep.checkup import Finding, Verdict

GRAVITY = (Verdict.OK, Verdict.ATTENTION, Verdict.FAILURE)
"""The exit code of a verdict is its rank here."""


def worst_of(found: Sequence[Finding]) -> Verdict:
    """The gravest verdict."""
    return max((finding.verdict for finding in found), key=GRAVITY.index, default=Verdict.OK)


def exit_code(found: Sequence[Finding]) -> int:
    """0 where all is well, 1 where something asks for attention, 2 where something fails."""
    return GRAVITY.index(worst_of(found))


def finding_lines(found: Sequence[Finding]) -> Iterator[str]:
    """For people: what was found, and below it what to do."""
    for finding in found:
        yield f"[{finding.verdict.label}] {finding.title}\u00a0: {finding.said}"
        if finding.remedy:
            yield f"    → {finding.remedy}"


def findings_told(found: Sequence[Finding]) -> list[dict[str, str]]:
    """For a program."""
    return [
        {
            "code": finding.code,
            "title": finding.title,
            "verdict": finding.verdict,
            "said": finding.said,
            "remedy": finding.remedy,
        }
        for finding in found
    ]
