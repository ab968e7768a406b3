"""Contents to draw, from the smallest to the one that has everything."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from PIL import Image, ImageDraw

from questionnaire.content.blocks import (
    Attachment,
    Card,
    Clause,
    Content,
    Emblem,
    Evidence,
    Heading,
    Paragraph,
    Prompt,
    Reply,
    SignatureBox,
    Table,
)

AT = datetime(2026, 11, 9, 17, 48, 12, tzinfo=UTC)

MINIMAL = Content(
    title="Préparer ensemble le retour à domicile après un accident vasculaire cérébral",
    form_title="Fiche projet en partenariat",
    form_version="2026-1",
    organisation="Hôpital des Deux-Rives",
    day=date(2026, 11, 9),
    language="fr-FR",
    blocks=(Heading(2, "Identité du projet"), Reply("Champ du projet", ("Sanitaire",))),
    footer=(),
    signatures=(SignatureBox("porteur", "Signature", "Amina Haddad, porteur du projet"),),
    signature_level="Signature électronique simple",
)


def _logo() -> bytes:
    picture, kept = Image.new("RGB", (600, 200), "white"), BytesIO()
    ImageDraw.Draw(picture).ellipse((20, 20, 180, 180), fill="#0055aa")
    picture.save(kept, "PNG")
    return kept.getvalue()


LOGO = _logo()
LOOK = replace(MINIMAL, accent="#0055aa", emblem=Emblem(LOGO, "Un rond bleu"))

UNSIGNED = replace(MINIMAL, signatures=(), signature_level="")

TABLES = replace(
    UNSIGNED,
    blocks=(
        Heading(2, "Votre avis"),
        Table(
            ("Diriez-vous que…", "0\u00a0– Pas du tout", "1\u00a0– Tout à fait", "Je ne me prononce pas"),
            (("on vous a écouté", "", "1", ""), ("vous avez pu parler", "", "", "×")),
        ),
        Heading(2, "Les moyens"),
        Heading(3, "Dépense"),
        Table(("Intitulé", "Montant"), tuple((f"Achat {rank}", f"{rank}\u00a0€") for rank in range(60))),
    ),
)

FOOTER = (
    (
        "La notion de patient partenaire inclut celle de proche-aidant partenaire. "
        "Dans le champ du médico-social ou social, le terme personne accompagnée partenaire est "
        "à privilégier."
    ),
    "Trame proposée – à adapter par l’établissement",
)

NEED = (
    "Après un AVC, beaucoup de personnes disent rentrer chez elles sans savoir à qui poser leurs questions. "
    "Les proches découvrent les difficultés le premier soir. "
    "Les consignes de sortie sont nombreuses et écrites dans la langue de l’hôpital."
)

MEMBERS = tuple(
    Card(
        f"Camille Durand-Œuvrard {rank}",
        (
            Reply("Prénom et nom", (f"Camille Durand-Œuvrard {rank}",)),
            Reply("Fonction", ("Infirmière de coordination",)),
            Reply("Comment cette personne est-elle arrivée dans l’équipe\u00a0?", (NEED,), "below"),
        ),
    )
    for rank in range(1, 41)
)

BOXES = (
    SignatureBox("porteur", "Signature", "Amina Haddad, porteur du projet"),
    SignatureBox("copilote", "Signature", "Jean-Marc Lefèvre, co-pilote, patient partenaire"),
    SignatureBox("direction", "Visa", "Hélène Roussel, cheffe de service"),
)

EVIDENCE = (
    Evidence("Formulaire", "Fiche projet en partenariat, version 2026-1"),
    Evidence(
        "Empreinte du formulaire (SHA-256)",
        "9f2c41d807abe35c66d10b9e4a72f815c3d058e791a42b6fd07c3e1985fa60b2",
    ),
    Evidence("Contenu arrêté le", "09/11/2026 à 17:48"),
    Evidence("Référence", "FP-2026-0031"),
    Evidence("Code de contrôle", "K7QM-2VXN-P4TA-9"),
    Evidence("Contenu joint", "Réponses, version du formulaire, journal"),
)

ODDITIES = (
    "Guillemets « français », œuf, ŒUVRE, 12\u202f500 €, soft\u00adhyphen, zero\u200bwidth, non\u2011coupé.",
    "Balises <b>non grasses</b> & esperluettes &amp; &lt; \\n (parenthèses) [crochets].",
    "Arabe : مرحبا بكم في المستشفى. Grec : καλημέρα. Cyrillique : Привет. Hébreu : שלום.",
    "Emoji : 🙂 👍🏽 👩‍⚕️ 🫀 et chinois : 你好.",
    "Flèches → et cases ☐ ☑, indices CO₂, 1ᵉʳ, ¼ µg.",
    "Isolés : \ud800 \ue000 \U000e0001 \x00 \x07 fin, e\u0301 composé.",
    "Anticonstitutionnellement" * 12,
    "https://partenariat.hopital.example/" + "chemin/" * 30,
)

RICH = Content(
    title="Préparer ensemble le retour à domicile après un AVC",
    form_title="Fiche projet en partenariat",
    form_version="2026-1",
    organisation="Hôpital des Deux-Rives",
    day=date(2026, 11, 9),
    language="fr-FR",
    blocks=(
        Paragraph(
            "Un atelier en groupe, animé par un professionnel et un patient partenaire, pour préparer "
            "la sortie et les premiers jours à la maison avec les proches.",
            "lead",
        ),
        Heading(2, "1. Identité du projet"),
        Reply("Champ du projet", ("Sanitaire",)),
        Reply("Hôpital ou établissement", ("Hôpital des Deux-Rives",)),
        Reply("Service, unité ou direction", ("Neurologie vasculaire",)),
        Reply("Domaines du projet", ("Soins", "Organisation des soins, de l’hôpital"), entries=True),
        Reply("Dates prévues", ("Du 05/01/2027 au 30/06/2028 (18\u00a0mois)",)),
        Reply("Combien de personnes, professionnels et patients, participent à l’équipe projet\u00a0?", ("12",)),
        Heading(2, "2. Pourquoi ce projet, et pourquoi en partenariat\u00a0?"),
        Paragraph("Ces réponses sont lues par toute l’équipe.", "note"),
        Reply("À quel besoin le projet répond-il\u00a0?", (NEED,), "below"),
        Reply(
            "Sur quoi s’appuie ce constat\u00a0?",
            (
                "Indices de satisfaction",
                "Retours d’expérience sur le quotidien",
                "Temps d’expression (groupe de discussion, étude, enquête)",
            ),
            "below",
            entries=True,
        ),
        Reply("Où en savoir plus\u00a0?", ("Voir https://exemple.fr/é, ou écrire à ana@exemple.fr.",), "below"),
        Reply("Réponses difficiles à écrire", ODDITIES, "below"),
        Reply("Racontez", (" ".join([NEED] * 40), NEED), "below"),
        Heading(2, "3. L’équipe"),
        Heading(3, "Membres de l’équipe"),
        *MEMBERS,
    ),
    footer=FOOTER,
    mentions=("Aperçu – non signé",),
    reference="FP-2026-0031",
    control_code="K7QM-2VXN-P4TA-9",
    verify_url="https://partenariat.hopital.example/verifier?r=FP-2026-0031&c=K7QM-2VXN-P4TA-9",
    signature_level="Signature électronique simple",
    signatures=BOXES,
    evidence=EVIDENCE,
)

CHARTER = replace(
    RICH,
    layout="charter",
    mentions=("Projet de charte – document non définitif", "Aperçu – non signé"),
    blocks=(
        Heading(2, "Introduction"),
        Paragraph(NEED),
        Heading(2, "Principes"),
        Clause("B5. Respecter les savoirs et les compétences respectifs.", "Je m’engage à le respecter."),
        Clause("", "Je participe à ce projet de façon volontaire."),
    ),
)

BLANK = replace(
    CHARTER,
    mentions=("Exemplaire vierge",),
    reference=None,
    control_code=None,
    verify_url=None,
    blocks=(
        Heading(2, "Votre place"),
        Prompt("Rôle", "(obligatoire)", ("Plusieurs réponses possibles.",), ("Patient", "Proche-aidant", "Autre")),
        Prompt("Début", "(facultatif)", rows=1, unit="jj/mm/aaaa"),
        Prompt("Racontez", "", rows=4),
        Heading(3, "Membre"),
        Card("Membre 1", (Prompt("Nom", "", rows=1), Prompt("Récit", "", rows=40))),
        Clause("B5. Respecter.", "Je m’engage à le respecter.", ticked=False),
    ),
    signatures=tuple(replace(box, field="") for box in BOXES),
)

ATTACHMENTS = (
    Attachment("reponses.json", b'{"champ": "sanitaire"}', "application/json", "Data", "Réponses"),
    Attachment("formulaire.yaml", "titre: œuvre\n".encode(), "application/yaml", "Source", "Version du formulaire"),
    Attachment("journal.json", b"[]", "application/json", "Supplement", "Journal jusqu’au gel"),
)
