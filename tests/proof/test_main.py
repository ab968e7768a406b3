import json
import subprocess
import sys

import pytest

from questionnaire.proof.__main__ import main
from tests.proof.identities import NOW


@pytest.fixture
def files(tmp_path, sealed, signed_once, identity):
    paths = {
        "sealed": sealed,
        "open": signed_once,
        "changed": sealed.replace(b"60 700 120 40", b"60 700 120 49"),
        "cert": identity.anchor_pem,
    }
    for name, data in paths.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return status, (told.out + told.err).replace("\u00a0", " ")


def test_authentic_file_exits_with_zero_and_tells_who_signed(files, capsys):
    status, told = run(capsys, "verify", files / "sealed", "--trust", files / "cert")
    when = f"{NOW:%d/%m/%Y à %H:%M} (UTC+0000)"
    assert status == 0
    assert told.splitlines() == [
        "Document authentique",
        "  Chaque signature est intacte et le cachet couvre le fichier entier.",
        f"Signature : Amina Haddad, porteur du projet, nom saisi, le {when} – valable",
        f"Visa : Bruno Petit, directeur, site nord, code reçu par courriel, le {when} – valable",
        "Cachet : CHU de Test – valable",
    ]


@pytest.mark.parametrize("name, title", [("changed", "Document modifié"), ("open", "Document inconnu")])
def test_other_file_exits_with_one(files, capsys, name, title):
    status, told = run(capsys, "verify", files / name, "--trust", files / "cert")
    assert (status, told.splitlines()[0]) == (1, title)


def test_json_answer_is_json(files, capsys):
    status, told = run(capsys, "verify", files / "sealed", "--trust", files / "cert", "--json")
    answer = json.loads(told)
    assert (status, answer["verdict"], answer["seal"]["name"]) == (0, "authentic", "CHU de Test")


def test_missing_file_exits_with_two(files, capsys):
    status, told = run(capsys, "verify", files / "absent", "--trust", files / "cert")
    assert status == 2
    assert told == f"Lecture impossible de « {files / 'absent'} » : No such file or directory.\n"


def test_bad_certificate_exits_with_two(files, capsys):
    status, told = run(capsys, "verify", files / "sealed", "--trust", files / "sealed")
    assert (status, told) == (2, "Un certificat de confiance n’est lisible ni en PEM ni en DER.\n")


def test_missing_option_exits_with_two(files):
    with pytest.raises(SystemExit) as caught:
        main(["verify", str(files / "sealed")])
    assert caught.value.code == 2


def test_command_runs_without_the_application(files):
    code = (
        "import sys, runpy\n"
        f"sys.argv = ['x', 'verify', {str(files / 'sealed')!r}, '--trust', {str(files / 'cert')!r}]\n"
        "try: runpy.run_module('questionnaire.proof', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end: status = end.code\n"
        "loaded = {'flask', 'sqlalchemy', 'reportlab', 'pikepdf', 'yaml'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else status)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_importing_the_room_is_light():
    code = "import sys, questionnaire.proof; sys.exit('pyhanko' in sys.modules or 'cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
