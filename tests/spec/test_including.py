"""Blocks of questions: found, told wrong with both places, carried by the form that includes them."""

import pytest

from questionnaire.spec import Catalogue, SpecError, catalogue_of, check_file, check_folder, load, load_text
from questionnaire.spec.block_checking import check_block

FORM = "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
A = "{name: a, kind: text, label: A}"
BLOCK = "block: bloc\nquestions:\n  - {name: a, kind: text, label: A}\n"


@pytest.fixture
def write(tmp_path):
    """Writes a form that asks these lines, and blocks by name; the path of the form."""

    def put(*lines, **blocks):
        (tmp_path / "demo").mkdir(exist_ok=True)
        (tmp_path / "blocks").mkdir(exist_ok=True)
        for name, text in blocks.items():
            (tmp_path / "blocks" / f"{name}.yaml").write_text(text, encoding="utf-8")
        path = tmp_path / "demo" / "1.yaml"
        path.write_text(FORM + "".join(f"      - {line}\n" for line in lines), encoding="utf-8")
        return path

    return put


def told(path):
    """Each fault: the name of its file, its line, its code, and what it says of the inclusion."""
    with pytest.raises(SpecError) as caught:
        load(path)
    folder = str(path.parents[1]) + "/"
    return [
        (fault.file.removeprefix(folder), fault.line, fault.column, fault.code, _within(fault.message, folder))
        for fault in caught.value.faults
    ]


def _within(message, folder):
    start = message.find("(inclus")
    return message[start:].replace(folder, "") if start >= 0 else ""


def test_fault_of_a_block_tells_its_line_and_the_line_that_includes_it(write):
    path = write(A, "include: bloc", bloc=BLOCK.replace("name: a, kind: text", "name: b, kind: texte"))
    assert told(path) == [("blocks/bloc.yaml", 3, 21, "unknown_kind", "(inclus ligne 8 de demo/1.yaml)")]


def test_column_of_a_fault_stays_true_after_a_prefix(write):
    rule = "  - {name: b, kind: text, label: B, relevant: \"${a} = '' and ${c} = ''\"}\n"
    path = write("{include: bloc, prefix: p_, relevant: \"${d} = ''\"}", bloc=BLOCK + rule)
    assert told(path) == [
        ("blocks/bloc.yaml", 4, 62, "unknown_name", "(inclus ligne 7 de demo/1.yaml)"),
        ("demo/1.yaml", 7, 48, "unknown_name", ""),
    ]


def test_fault_of_yaml_in_a_block_is_told_with_both_places(write):
    path = write("include: bloc", bloc=BLOCK + "  - {name: b, kind: text, label: Un, deux}\n")
    assert told(path)[0] == ("blocks/bloc.yaml", 4, 38, "comma_in_text", "(inclus ligne 7 de demo/1.yaml)")


def test_fault_of_a_block_inside_a_block_tells_every_inclusion(write):
    inner = BLOCK.replace("block: bloc", "block: dedans").replace("kind: text", "kind: texte")
    path = write("include: bloc", bloc="block: bloc\nquestions: [{include: dedans}]\n", dedans=inner)
    told_by = "(inclus ligne 2 de blocks/bloc.yaml, inclus ligne 7 de demo/1.yaml)"
    assert told(path) == [("blocks/dedans.yaml", 3, 21, "unknown_kind", told_by)]


@pytest.mark.parametrize(
    "line, blocks, fault",
    [
        ("include: blac", {"bloc": BLOCK}, ("demo/1.yaml", 7, 18, "unknown_block", "")),
        ("include: ../bloc", {"bloc": BLOCK}, ("demo/1.yaml", 7, 18, "bad_name", "")),
        ("include: bloc", {"bloc": BLOCK.replace("block: bloc", "block: autre")},
         ("blocks/bloc.yaml", 1, 8, "misplaced_block", "(inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": "block: bloc\nquestions: [{include: bloc}]\n"},
         ("blocks/bloc.yaml", 2, 23, "block_in_itself", "(inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": "block: bloc\nquestions: [{include: deux}]\n",
                           "deux": "block: deux\nquestions: [{include: bloc}]\n"},
         ("blocks/deux.yaml", 2, 23, "block_in_itself",
          "(inclus ligne 2 de blocks/bloc.yaml, inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": "- a\n"},
         ("blocks/bloc.yaml", 1, 1, "expected_keys", "(inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": "block: bloc\n"},
         ("blocks/bloc.yaml", 1, 1, "missing_key", "(inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": "block: bloc\nquestions: un\n"},
         ("blocks/bloc.yaml", 2, 12, "expected_list", "(inclus ligne 7 de demo/1.yaml)")),
        ("include: bloc", {"bloc": BLOCK + "form: demo\n"},
         ("blocks/bloc.yaml", 4, 1, "unknown_key", "(inclus ligne 7 de demo/1.yaml)")),
        ("{include: bloc, override: {b: {label: B}}}", {"bloc": BLOCK}, ("demo/1.yaml", 7, 36, "not_in_block", "")),
        ("{include: bloc, override: {a: {kind: date}}}", {"bloc": BLOCK}, ("demo/1.yaml", 7, 40, "unknown_key", "")),
        ("{include: bloc, prefix: é}", {"bloc": BLOCK}, ("demo/1.yaml", 7, 33, "bad_name", "")),
        ("{include: bloc, label: B}", {"bloc": BLOCK}, ("demo/1.yaml", 7, 25, "unknown_key", "")),
    ],
)  # fmt: skip
def test_inclusion_that_cannot_be_is_told(write, line, blocks, fault):
    assert told(write(line, **blocks)) == [fault]


def test_names_already_taken_ask_for_a_prefix_once(write):
    two = BLOCK + "  - {name: b, kind: text, label: B}\n"
    path = write("include: bloc", "include: bloc", A, bloc=two)
    assert told(path) == [
        ("demo/1.yaml", 8, 18, "block_names_taken", ""),
        ("demo/1.yaml", 9, 16, "duplicate_name", ""),
    ]
    with pytest.raises(SpecError) as caught:
        load(path)
    assert [(fault.message, fault.remedy) for fault in caught.value.faults] == [
        (
            "Le bloc «\u00a0bloc\u00a0» apporte des noms déjà pris dans le formulaire\u00a0: a, b.",
            "Ajoutez un préfixe à cette inclusion, par exemple «\u00a0prefix: bloc_\u00a0».",
        ),
        ("Le nom «\u00a0a\u00a0» est déjà pris ligne 7.", "Choisissez un autre nom."),
    ]


def test_name_given_twice_in_a_block_is_its_own_fault(write):
    path = write("include: bloc", bloc=BLOCK + "  - {name: a, kind: date, label: B}\n")
    assert told(path) == [("blocks/bloc.yaml", 4, 12, "duplicate_name", "(inclus ligne 7 de demo/1.yaml)")]


def test_same_list_comes_once_and_another_of_that_name_is_told(write):
    lists = "choices: {{l: [{{name: {choice}, label: X}}]}}\n"
    listed = "block: {name}\n" + lists + "questions: [{{name: {name}, kind: text, label: A}}]\n"
    same = {name: listed.format(name=name, choice="x") for name in ("un", "deux")}
    assert load(write("include: un", "include: deux", **same)).name == "demo"
    path = write("include: un", "include: deux", **same | {"deux": listed.format(name="deux", choice="y")})
    assert told(path) == [("demo/1.yaml", 8, 18, "block_list_taken", "")]


def test_too_many_inclusions_are_refused(write):
    lines = [f"{{include: bloc, prefix: p{rank}_}}" for rank in range(201)]
    assert [code for *_, code, _ in told(write(*lines, bloc=BLOCK))] == ["too_many_blocks"]


def test_block_that_is_no_text_is_told(write):
    path = write("include: bloc")
    (path.parents[1] / "blocks" / "bloc.yaml").write_bytes(b"block: \xe9\n")
    assert told(path) == [("blocks/bloc.yaml", 1, 1, "not_utf8", "(inclus ligne 7 de demo/1.yaml)")]


def test_form_without_its_files_is_read_from_what_it_carries(write):
    form = load(write("include: bloc", bloc=BLOCK.replace("label: A", 'label: "L\'un : œuvre"')))
    again = load_text(form.yaml, "demo/1")
    assert (again.digest, list(again.questions), again.yaml) == (form.digest, ["a"], form.yaml)
    assert again.questions["a"].label.plain == "L’un\u00a0: œuvre"


def test_form_that_includes_is_sound_to_every_check(write):
    path = write("include: bloc", bloc=BLOCK)
    assert (check_file(path), check_folder(path.parents[1])) == ([], [])


def test_block_that_changes_makes_another_version(write):
    path = write("include: bloc", bloc=BLOCK)
    before = load(path)
    write("include: bloc", bloc=BLOCK.replace("label: A", "label: B"))
    assert (load(path).version, load(path).digest == before.digest) == (before.version, False)
    assert load(write(A)).yaml == path.read_text(encoding="utf-8")


def test_changed_block_is_seen_by_those_who_remember(write):
    folder = write("include: bloc", bloc=BLOCK).parents[1]
    before = catalogue_of([folder])
    write("include: bloc", bloc=BLOCK.replace("label: A", "label: B"))
    assert catalogue_of([folder]).forms != before.forms


def test_other_block_under_a_taken_version_is_told(write, tmp_path):
    write("include: bloc", bloc=BLOCK)
    other = tmp_path / "autres"
    for path, text in (
        (other / "demo/1.yaml", FORM + "      - include: bloc\n"),
        (other / "blocks/bloc.yaml", BLOCK + "#\n"),
    ):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (faults,) = Catalogue.read([tmp_path, other]).quarantined.values()
    assert [fault.code for fault in faults] == ["changed_version"]


def test_block_of_one_form_stands_before_the_shared_one(write, tmp_path):
    path = write("include: bloc", bloc=BLOCK)
    own = tmp_path / "demo" / "blocks" / "bloc.yaml"
    own.parent.mkdir()
    own.write_text(BLOCK.replace("name: a", "name: b"), encoding="utf-8")
    assert list(load(path).questions) == ["b"]


def test_check_of_a_folder_tells_each_fault_of_a_block_once(write):
    wrong = BLOCK + "  - {name: b, kind: text, label: B, titel: x}\n"
    folder = write("include: bloc", bloc=wrong, seul=wrong.replace("block: bloc", "block: seul")).parents[1]
    found = [(fault.file.removeprefix(f"{folder}/"), fault.code) for fault in check_folder(folder)]
    assert found == [("blocks/bloc.yaml", "unknown_key"), ("blocks/seul.yaml", "unknown_key")]


@pytest.mark.parametrize(
    "text, codes",
    [
        (BLOCK, []),
        (BLOCK.replace("bloc\n", "autre\n"), ["misplaced_block"]),
        (BLOCK + "  - {name: a, kind: text, label: A}\n", ["duplicate_name"]),
        ("block: bloc\nquestions: [{include: bloc}]\n", ["block_in_itself"]),
        ("block: bloc\n", ["missing_key"]),
        ("", ["empty_file"]),
    ],
)
def test_block_is_looked_at_without_any_form(write, text, codes):
    folder = write(A, bloc=text).parents[1]
    assert [fault.code for fault in check_block(folder / "blocks" / "bloc.yaml")] == codes
