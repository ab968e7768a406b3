"""A section: its page, what it saves (whole, or one answer at a time), and the items of its repeats."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import Blueprint, get_flashed_messages, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.access import Action
from questionnaire.filling import FilledForm, Problem, parse_revision, section_problems
from questionnaire.filling.paths import items_around
from questionnaire.journeys.drafting import drafts, items, saving
from questionnaire.journeys.papers import appointing
from questionnaire.journeys.teamwork import overview
from questionnaire.journeys.teamwork import presence as presences
from questionnaire.web import desk
from questionnaire.web.authorship import mark
from questionnaire.web.extensions import wants_fragment
from questionnaire.web.fragments import page_html
from questionnaire.web.manner import CHOICE, choose, manner
from questionnaire.web.presenting.autosave import autosave_view, status_of
from questionnaire.web.presenting.conflicts import conflicts_view
from questionnaire.web.presenting.presence import presence_view
from questionnaire.web.presenting.questions import dom_id
from questionnaire.web.presenting.removal import file_removed_notice, removal_view, removed_notice
from questionnaire.web.presenting.review import line_id, open_item
from questionnaire.web.presenting.section_pages import section_page
from questionnaire.web.presenting.sections import (
    Look,
    found_view,
    mistake_summary,
    mistakes_of,
    next_url,
    reproaches,
    source_lines,
)
from questionnaire.web.presenting.shell import shell
from questionnaire.web.presenting.signers import invitation_notice
from questionnaire.web.presenting.tasks import task_list
from questionnaire.web.returning import way_back
from questionnaire.web.screens import Link, Notice, SectionView, Shell
from questionnaire.web.seeking import SEEK, new_words, typed_words
from questionnaire.web.uploads import brings_files, brought_names, with_files
from questionnaire.web.views.drafts import draft_crumbs
from questionnaire.web.views.files import section_url

views = Blueprint("sections", __name__, url_prefix="/dossiers/<draft_id>/parties/<name>")


@views.route("/", methods=["GET", "POST"])
def section(draft_id: str, name: str) -> Response | str:
    """Show a section, store what its page posts, or search one of its long lists."""
    verb, _, path = request.form.get("_action", "").partition(":")
    if verb == SEEK and wants_fragment():
        return found(draft_id, name, path)
    return save(draft_id, name) if request.method == "POST" else show(draft_id, name)


def show(draft_id: str, name: str) -> str:
    """The page; ``ouvert`` names the item laid open, ``corriger`` asks for every problem."""
    actor = desk.actor()
    shared = overview.share(desk.desk(), actor, draft_id)
    opened = shared.opened
    filled = opened.fill()
    part = saving.find_section(opened, name)
    if not filled.is_relevant(part.name):
        raise saving.NoSuchPart("Cette partie n’est pas demandée, d’après vos réponses.")
    problems = mistakes_of(filled, part)
    if "corriger" in request.args:
        filled = appointing.judged(desk.desk(), desk.actor(), opened, filled)
        problems = {problem.path: problem for problem in section_problems(filled, part)}
    look = Look(
        problems,
        item=request.args.get("ouvert"),
        notice=_removed(filled, draft_id, name) or _flashed() or invitation_notice(problems.values(), draft_id),
        author=mark(actor.account_id, draft_id),
        manner=manner(opened.form),
        back=way_back(request.args),
    )
    view = section_page(shared, filled, part, str(opened.draft.revision), look)
    return page_html("pages/section.html", _frame(opened, view, source_lines(filled)), view)


def _removed(filled: FilledForm, draft_id: str, name: str) -> Notice | None:
    """What was just taken away, an item or a file."""
    question, sha256 = request.args.get("question", ""), request.args.get("fichier")
    return removed_notice(filled, draft_id, name, request.args.get("retire")) or file_removed_notice(
        filled, draft_id, name, question, sha256
    )


def _flashed() -> Notice | None:
    messages = [str(message) for message in get_flashed_messages()]
    return Notice(" ".join(messages)) if messages else None


def found(draft_id: str, name: str, path: str) -> str:
    """The options of a long list that somebody searched for: nothing is stored."""
    opened = drafts.open_draft(desk.desk(), desk.actor(), draft_id, Action.EDIT_DRAFT)
    view = found_view(opened.fill(), saving.find_section(opened, name), path, typed_words().get(path, ""))
    if view is None:
        raise saving.NoSuchPart(saving.NO_SUCH_PART)
    return render_template("fragments/found.html", question=view)


def save(draft_id: str, name: str) -> Response:
    """Store what was posted, then answer as the page asked."""
    posted = {field: values for field, values in request.form.lists() if not field.startswith("_")}
    page = parse_revision(request.form.get("_rev", ""))
    saved = saving.save(desk.desk(), desk.actor(), draft_id, name, page, posted)
    if brings_files():
        saved = with_files(saved)
    if wants_fragment():
        posted |= {path: [] for path in brought_names()}
        view = autosave_view(desk.desk(), desk.actor(), saved, posted, manner(saved.draft.form))
        return make_response(render_template("fragments/saved.html", view=view), status_of(saved, frozenset(posted)))
    if saved.conflicts:
        asked = conflicts_view(desk.desk(), desk.actor(), saved)
        return make_response(render_template("pages/conflict.html", shell=_plain_frame(saved), view=asked), 409)
    action = request.form.get("_action", "next")
    choose(action)
    return _after(saved, action)


def _after(saved: saving.Saved, action: str) -> Response:
    """Do what the button asked, once everything is stored."""
    verb, _, path = action.partition(":")
    if verb in _ITEM_ACTIONS:
        return _ITEM_ACTIONS[verb](_Place(saved.draft.draft.id, saved.section.name, way_back(request.form)), path)
    if not saved.filled.is_relevant(saved.section.name):
        return _off_the_path(saved)
    if verb == SEEK or (verb == "next" and new_words()):
        return _sought(saved)
    problems = mistakes_of(saved.filled, saved.section) | {problem.path: problem for problem in saved.refused}
    if problems or saved.strangers or saved.unasked:
        return _refused(saved, problems)
    here = _Place(saved.draft.draft.id, saved.section.name, way_back(request.form))
    if verb == "attach":
        return redirect(section_url(here.draft_id, here.name, path) if brings_files() else here.adding_url(path))
    ways = {"stay": here.url(), CHOICE: here.url(), "leave": url_for("drafts.tasks", draft_id=here.draft_id)}
    if here.back and verb not in ways:
        return redirect(url_for("drafts.review", draft_id=here.draft_id, _anchor=line_id(here.back)))
    return redirect(ways.get(verb) or next_url(saved.filled, saved.section, here.draft_id))


def _off_the_path(saved: saving.Saved) -> Response:
    """The part itself is no longer asked: what was typed is kept, and the list of parts says so."""
    notes = dict.fromkeys(note.message for note in (*saved.strangers, *saved.unasked))
    draft_id = saved.draft.draft.id
    view = replace(task_list(saved.filled, draft_id), notice=Notice(" ".join(notes), "attention") if notes else None)
    frame = shell(desk.actor(), *draft_crumbs(saved.draft), section="projects")
    return make_response(render_template("pages/tasks.html", shell=frame, view=view), 422)


def _sought(saved: saving.Saved) -> Response:
    """The same page with the options that were searched for, once everything is stored."""
    problems = reproaches(saved.filled, saved.section) | {problem.path: problem for problem in saved.refused}
    sought = typed_words()
    return _again(saved, Look(problems, item=_first_item(sought), sought=tuple(sought.items())), 200)


def _refused(saved: saving.Saved, problems: dict[str, Problem]) -> Response:
    look = Look(
        problems,
        item=_first_item(problems),
        summary=mistake_summary(saved.filled, problems),
        sought=tuple(typed_words().items()),
    )
    return _again(saved, look, 422)


def _again(saved: saving.Saved, look: Look, status: int) -> Response:
    """The page once more, and what is to be said of what it posted."""
    notes = [*saved.strangers, *saved.unasked]
    look = replace(
        look,
        notice=Notice(" ".join(note.message for note in notes), "attention") if notes else None,
        author=mark(desk.actor().account_id, saved.draft.draft.id),
        back=way_back(request.form),
        manner=manner(saved.draft.form),
    )
    shared = overview.with_marks(desk.desk(), desk.actor(), saved.draft)
    view = section_page(shared, saved.filled, saved.section, str(saved.page), look)
    frame = _frame(saved.draft, view, source_lines(saved.filled))
    return make_response(render_template("pages/section.html", shell=frame, view=view), status)


def _first_item(paths: Iterable[str]) -> str | None:
    return next((open_item(path) for path in paths if "." in path), None)


@dataclass(frozen=True, slots=True)
class _Place:
    draft_id: str
    name: str
    back: str = ""

    def url(self, item: str | None = None, anchor: str | None = None, removed: str | None = None) -> str:
        return url_for(
            "sections.section",
            draft_id=self.draft_id,
            name=self.name,
            ouvert=item,
            retire=removed,
            retour=self.back or None,
            _anchor=anchor,
        )

    def adding_url(self, path: str) -> str:
        return url_for("files.adding", draft_id=self.draft_id, name=self.name, question=path)


def _add(place: _Place, group: str) -> Response:
    path = items.add(desk.desk(), desk.actor(), place.draft_id, group)
    return redirect(place.url(path, dom_id(path)))


def _open(place: _Place, path: str) -> Response:
    return redirect(place.url(path, dom_id(path)))


def _close(place: _Place, path: str) -> Response:
    return redirect(place.url(_around(path), dom_id(path)))


def _around(item: str) -> str | None:
    """The item of another repeat that holds this one: it stays open."""
    return next(reversed(items_around(item)), None)


def _remove(place: _Place, path: str) -> Response:
    return redirect(url_for(".removal", draft_id=place.draft_id, name=place.name, element=path))


def _up(place: _Place, path: str) -> Response:
    return _moved(place, path, -1)


def _down(place: _Place, path: str) -> Response:
    return _moved(place, path, 1)


def _moved(place: _Place, path: str, steps: int) -> Response:
    items.move(desk.desk(), desk.actor(), place.draft_id, path, steps)
    return redirect(place.url(path, dom_id(path)))


def _detach(place: _Place, file: str) -> Response:
    path, _, sha256 = file.partition(":")
    return redirect(url_for("files.removal", draft_id=place.draft_id, name=place.name, question=path, fichier=sha256))


_ITEM_ACTIONS = {
    "add": _add,
    "open": _open,
    "close": _close,
    "up": _up,
    "down": _down,
    "remove": _remove,
    "detach": _detach,
}


@views.route("/retirer", methods=["GET", "POST"])
def removal(draft_id: str, name: str) -> Response | str:
    """Ask before an item goes; then take it away."""
    path = request.values.get("element", "")
    place = _Place(draft_id, name)
    if request.method == "POST":
        items.remove(desk.desk(), desk.actor(), draft_id, path)
        return redirect(place.url(_around(path), "contenu", removed=path))
    opened = drafts.open_draft(desk.desk(), desk.actor(), draft_id, Action.EDIT_DRAFT)
    items.require_item(opened, path)
    view = removal_view(opened.fill(), path, url_for(".removal", draft_id=draft_id, name=name), place.url(path))
    frame = shell(desk.actor(), *draft_crumbs(opened), Link(view.title), section="projects")
    return render_template("pages/confirm_removal.html", shell=frame, view=view)


@views.post("/presence")
def presence(draft_id: str, name: str) -> str:
    """Hear that this page is open; tell who else has the document open."""
    company = presences.call(desk.desk(), desk.actor(), draft_id, name)
    view = presence_view(company, draft_id, name)
    return render_template("fragments/presence.html", presence=view, answered=True)


@views.post("/retablir")
def restore(draft_id: str, name: str) -> Response:
    """Bring back an item just removed."""
    path = request.form.get("element", "")
    items.restore(desk.desk(), desk.actor(), draft_id, path)
    return redirect(_Place(draft_id, name).url(path, dom_id(path)))


def _frame(opened: drafts.OpenDraft, view: SectionView, lines: tuple[str, ...]) -> Shell:
    return shell(desk.actor(), *draft_crumbs(opened), Link(view.title), section="projects", source_lines=lines)


def _plain_frame(saved: saving.Saved) -> Shell:
    return shell(desk.actor(), *draft_crumbs(saved.draft), Link("Deux réponses différentes"), section="projects")
