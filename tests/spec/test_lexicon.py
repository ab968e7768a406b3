from pathlib import Path

import pytest

from questionnaire.spec import SpecError, check_folder, lexicon_of
from questionnaire.spec.lexicon import load_lexicon

SHIPPED = load_lexicon(Path("forms_spec/lexicon.yaml"))
SOUND = "terms:\n  - {id: a, term: Aidant, variants: [aidants], definition: Personne., source: Ici}\n"


def found(text):
    return [term.id for term in SHIPPED.find(text)]


@pytest.mark.parametrize(
    "text,ids",
    [
        ("Les patients partenaires", ["patient_partenaire"]),
        ("Un Patient\u00a0partenaire ressource", ["ppr"]),
        ("le patient partenaire, puis le patient partenaire", ["patient_partenaire"]),
        ("Droit à l’image et savoirs expérientiels", ["droit_image", "savoirs_experientiels"]),
        ("Une information, une consultation", []),
        ("impatient partenaires", []),
    ],
)
def test_terms_are_found_by_whole_words_the_longest_first(text, ids):
    assert found(text) == ids


def test_every_variant_leads_to_its_own_term():
    assert {term.id: [each.id for each in SHIPPED.find(word)] for term in SHIPPED.terms for word in term.variants} == {
        term.id: [term.id] for term in SHIPPED.terms if term.variants
    }


def write(folder, text):
    path = folder / "lexicon.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "old,new,code",
    [
        ("source: Ici", "origin: Ici", "unknown_key"),
        (", source: Ici", "", "missing_key"),
        ("definition: Personne.", "definition: [a]", "expected_value"),
        ("terms:", "mots:", "expected_list"),
    ],
)
def test_mistake_of_a_lexicon_is_said(tmp_path, old, new, code):
    path = write(tmp_path, SOUND.replace(old, new))
    with pytest.raises(SpecError) as caught:
        load_lexicon(path)
    assert (code in [fault.code for fault in caught.value.faults], check_folder(tmp_path)) == (
        True,
        list(caught.value.faults),
    )


def test_term_is_there_once(tmp_path):
    with pytest.raises(SpecError) as caught:
        load_lexicon(write(tmp_path, SOUND + SOUND.partition("\n")[2]))
    assert [fault.code for fault in caught.value.faults] == ["duplicate_name"]


def test_first_folder_that_has_a_lexicon_gives_it(tmp_path):
    write(tmp_path, SOUND)
    assert [term.id for term in lexicon_of([tmp_path / "none", tmp_path, "forms_spec"]).terms] == ["a"]


def test_house_without_lexicon_explains_nothing(tmp_path):
    assert lexicon_of([tmp_path]).find("Aidant") == ()
