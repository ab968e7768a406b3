import pytest

from questionnaire.spec import load_text

HEAD = (
    "parties:\n"
    "  porteur: {role: porteur_projet}\n"
    "  proche: {role: [patient_partenaire, proche_aidant_partenaire], label: La personne}\n"
)
ASKED = "- {name: a, kind: text, label: A}"


@pytest.fixture
def stages(written):
    """The stages of a small form."""

    def compiled(*lines):
        return load_text(written(ASKED, HEAD + "stages:\n" + "".join(f"  - {line}\n" for line in lines)))

    return compiled


def test_stages_name_their_parties_and_sections(stages):
    form = stages("{name: debut, title: Pour commencer, by: [porteur, proche], sections: [page]}")
    stage = form.stage_of("page")
    assert (stage.name, stage.title.plain, stage.sections) == ("debut", "Pour commencer", ("page",))
    assert [party.roles for party in stage.parties] == [
        ("porteur_projet",),
        ("patient_partenaire", "proche_aidant_partenaire"),
    ]


def test_a_section_of_no_stage_has_none(written):
    assert load_text(written(ASKED)).stage_of("page") is None


@pytest.mark.parametrize(
    "line, code",
    [
        ("{name: s, by: absente, sections: page}", "unknown_party"),
        ("{name: s, by: porteur, sections: absente}", "unknown_section"),
        ("{name: s, by: porteur, sections: [page, page]}", "section_in_two_stages"),
        ("{name: 1, by: porteur, sections: page}", "bad_name"),
        ("{name: s, sections: page}", "missing_key"),
        ("{name: s, by: [], sections: page}", "empty_list"),
    ],
)
def test_a_stage_that_makes_no_sense_is_told(written, faults_of, line, code):
    faults = faults_of(written(ASKED, HEAD + f"stages:\n  - {line}\n"))
    assert [found for _, _, found in faults] == [code]
