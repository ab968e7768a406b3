"""The structure written into a PDF: elements, the way back to them from marked content, and form fields."""

from collections import defaultdict

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from questionnaire.documents.runs import clean
from questionnaire.documents.tagging import Box, Marked, Node, Press

_PRINTED = 4
_SIGNATURES_EXIST = 1
_SIGNED_FILES_ONLY_GROW = 2


class StructureWriter:
    """Writes one tree. Pages own the first keys of the parent tree, fields the following ones."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._parents: dict[int, dict[int, Object]] = defaultdict(dict)
        self._widgets: list[Object] = []
        self._owners: list[Object] = []

    def write(self, root: Node) -> None:
        """Give the file this structure, and the signature fields that stand in it."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=self._numbers()))
        tree.ParentTreeNextKey = len(self._pdf.pages) + len(self._owners)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        for page in self._pdf.pages:
            page.obj.Tabs = Name.S
        if self._widgets:
            self._form()

    def _element(self, node: Node, parent: Object) -> Object:
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent)
        if node.alt is not None:
            made.Alt = clean(node.alt)
        if node.attributes or node.bounds:
            made.A = _attributes(node)
        element = self._pdf.make_indirect(made)
        first = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if first is not None:
            element.Pg = self._pdf.pages[first].obj
        kids = [self._kid(kid, element) for kid in node.kids]
        # One kid alone stands without an array: signature validation accepts a field's element only so.
        element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _kid(self, kid: Node | Marked | Box | Press, element: Object) -> Object:
        match kid:
            case Node():
                return self._element(kid, element)
            case Marked():
                self._parents[kid.page][kid.number] = element
                page = self._pdf.pages[kid.page].obj
                return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
            case Box():
                widget = self._widget(kid)
                self._widgets.append(widget)
                return self._owned(widget, element)
            case Press():
                return self._owned(self._link(kid), element)

    def _owned(self, annotation: Object, element: Object) -> Object:
        annotation.StructParent = len(self._pdf.pages) + len(self._owners)
        self._owners.append(element)
        page = annotation.P
        page.Annots = Array([*page.get("/Annots", []), annotation])
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _link(self, press: Press) -> Object:
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(round(edge, 2) for edge in press.rectangle),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Contents=clean(press.said),
                A=Dictionary(Type=Name.Action, S=Name.URI, URI=press.target),
                P=self._pdf.pages[press.page].obj,
            )
        )

    def _widget(self, box: Box) -> Object:
        page = self._pdf.pages[box.page].obj
        left, bottom, right, top = box.rectangle
        empty = Stream(self._pdf, b"", Type=Name.XObject, Subtype=Name.Form)
        empty.BBox = Array([0, 0, right - left, top - bottom])
        empty.Resources = Dictionary()
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=box.name,
                TU=clean(box.tooltip),
                F=_PRINTED,
                Rect=Array(box.rectangle),
                P=page,
                AP=Dictionary(N=empty),
            )
        )

    def _numbers(self) -> Array:
        numbers: list[Object | int] = []
        for index, page in enumerate(self._pdf.pages):
            marks = self._parents[index]
            page.obj.StructParents = index
            numbers += [index, self._pdf.make_indirect(Array(marks[n] for n in range(len(marks))))]
        for rank, element in enumerate(self._owners, start=len(self._pdf.pages)):
            numbers += [rank, element]
        return Array(numbers)

    def _form(self) -> None:
        self._pdf.Root.AcroForm = self._pdf.make_indirect(
            Dictionary(
                Fields=Array(self._widgets),
                SigFlags=_SIGNATURES_EXIST | _SIGNED_FILES_ONLY_GROW,
            )
        )


def _attributes(node: Node) -> Dictionary:
    made = Dictionary({f"/{name}": Name(value) for name, value in node.attributes.items()})
    if node.bounds:
        made.O = Name.Layout
        made.BBox = Array(round(edge, 2) for edge in node.bounds)
    return made
