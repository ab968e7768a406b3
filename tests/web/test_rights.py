"""The table of rights, over HTTP: each role of the hospital tries everything."""

import pytest

TEAM = {"porteur_projet", "copilote", "professionnel_partenaire", "patient_partenaire"}
PILOTS = {"porteur_projet", "copilote"}
ROLES = (*sorted(TEAM), "referent_partenariat", "qualite")

# What is tried, and who may; an answer other than 403 means that the person may.
TRIED = {
    "begin a project": ("POST", "/dossiers/", {"formulaire": "fiche_projet"}, {"porteur_projet"}),
    "read a draft": ("GET", "/dossiers/{draft}", {}, TEAM | {"referent_partenariat"}),
    "read a section": ("GET", "/dossiers/{draft}/parties/identite/", {}, TEAM | {"referent_partenariat"}),
    "read the review": ("GET", "/dossiers/{draft}/verifier", {}, TEAM | {"referent_partenariat"}),
    "answer": ("POST", "/dossiers/{draft}/parties/identite/", {"_rev": "0"}, PILOTS),
    "remove an item": ("POST", "/dossiers/{draft}/parties/identite/retirer", {"element": "membre[x]"}, PILOTS),
    "finalise": ("POST", "/dossiers/{draft}/finaliser", {"_rev": "0"}, PILOTS),
    "invite": ("POST", "/dossiers/{draft}/equipe", {"role": "copilote"}, PILOTS),
    "read a document": ("GET", "/documents/{submission}/", {}, TEAM | {"referent_partenariat", "qualite"}),
    "read its file": ("GET", "/documents/{submission}/fichier.pdf", {}, TEAM | {"referent_partenariat", "qualite"}),
    "sign": ("POST", "/documents/{submission}/signer", {}, PILOTS),
    "list the archive": ("GET", "/archives/", {}, {"qualite"}),
    "open an archived document": ("GET", "/archives/{document}", {}, {"qualite"}),
    "download an archived document": ("GET", "/archives/{document}/fichier.pdf", {}, {"qualite"}),
}


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_what_the_table_says_and_nothing_else(place, role):
    visitor = place.visitor(role)
    visitor.get("/")
    allowed = set()
    for name, (method, pattern, fields, _) in TRIED.items():
        url = pattern.format(draft=place.draft_id, submission=place.submission_id, document=place.document_id)
        data = {"_csrf": visitor.token, **fields} if method == "POST" else None
        answer = visitor.client.open(url, method=method, data=data)
        assert answer.status_code < 500, (name, answer.status)
        if answer.status_code != 403:
            allowed.add(name)
    assert allowed == {name for name, (*_, who) in TRIED.items() if role in who}


def test_refusal_says_so_in_french_and_tells_nothing(place):
    page = place.visitor("patient_partenaire").get(f"/archives/{place.document_id}")
    assert (page.status, "Accès refusé" in page.text, "FP-20" in page.text) == (403, True, False)


def test_project_in_which_one_has_no_role_is_not_in_the_list(place):
    page = place.visitor("qualite").get("/")
    assert (page.status, place.draft_id in page.text) == (200, False)
