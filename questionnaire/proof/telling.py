"""A report told to a person, as lines of French."""

from questionnaire.proof.report import Report, Verdict

VERDICTS = {
    Verdict.AUTHENTIC: "Document authentique",
    Verdict.MODIFIED: "Document modifié",
    Verdict.UNKNOWN: "Document inconnu",
}


def told(report: Report) -> str:
    """The report as lines for a person."""
    lines = [VERDICTS[report.verdict], *(f"  {reason}" for reason in report.reasons)]
    for fact in report.signatures:
        when = f", le {fact.time:%d/%m/%Y à %H:%M (UTC%z)}" if fact.time else ""
        what = ", ".join(part for part in (fact.name, fact.role, fact.method) if part)
        lines.append(f"{fact.act or 'Signature'}\u00a0: {what}{when} – {_validity(valid=fact.valid)}")
    if report.seal:
        lines.append(f"Cachet\u00a0: {report.seal.name} – {_validity(valid=report.seal.valid)}")
    declared = report.declares
    if declared.pdfa or declared.pdfua:
        named = [("PDF/A-", declared.pdfa), ("PDF/UA-", declared.pdfua)]
        lines.append("Se déclare\u00a0: " + ", ".join(label + part for label, part in named if part))
    return "\n".join(lines)


def _validity(*, valid: bool) -> str:
    return "valable" if valid else "non valable"
