"""Which members of xlwings objects a module uses, told from its source: a small inference over its annotations.

Types are ("of", class) for an xlwings object, ("ours", class) for one of our classes, ("com",) for what is behind
`.api`, ("many", type) for what is iterated over, ("row", types) for a tuple, ("map", key, value); None is unknown.
"""

import ast
from dataclasses import dataclass, field
from typing import Any

XLWINGS = {
    "App", "Book", "Books", "Comment", "Comments", "Engine", "Name", "Names", "Note", "Notes", "Range",
    "Sheet", "Sheets",
}  # fmt: skip
GIVES = {
    ("App", "engine"): "Engine", ("App", "books"): "Books", ("Books", "open"): "Book", ("Book", "app"): "App",
    ("Book", "sheets"): "Sheets", ("Book", "names"): "Names", ("Sheets", "[]"): "Sheet", ("Sheets", "iterate"): "Sheet",
    ("Sheets", "active"): "Sheet", ("Sheet", "book"): "Book", ("Sheet", "names"): "Names", ("Sheet", "range"): "Range",
    ("Sheet", "used_range"): "Range", ("Sheet", "notes"): "Notes", ("Sheet", "comments"): "Comments",
    ("Sheet", "copy"): "Sheet", ("Names", "iterate"): "Name", ("Names", "add"): "Name", ("Notes", "iterate"): "Note",
    ("Comments", "iterate"): "Comment", ("Range", "options"): "Range", ("Range", "merge_area"): "Range",
    ("Range", "note"): "Note", ("Range", "add_note"): "Note", ("Note", "location"): "Range",
    ("Comment", "location"): "Range",
}  # fmt: skip
"""What members give that is an xlwings object again; methods by what they return."""

_SAME = {"list", "sorted", "set", "tuple", "frozenset", "iter", "reversed"}
_MANY = {"list", "Iterable", "Iterator", "Sequence", "set", "frozenset", "Collection", "Generator"}

Type = tuple[Any, ...] | None


@dataclass
class Code:
    """The classes and functions of the modules that are looked at together."""

    fields: dict[tuple[str, str], Type] = field(default_factory=dict)
    returns: dict[str, Type] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)


def used(sources: dict[str, str]) -> dict[str, set[tuple[str, str]]]:
    """Return, by module, the members used: (class, member), set ones with "=", those behind `.api` under "com"."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    code = Code()
    for tree in trees.values():
        code.classes |= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for tree in trees.values():
        _declare(tree, code)
    found = {}
    for name, tree in trees.items():
        visitor = _Visitor(code, _imported(tree))
        for _ in range(2):  # attributes of self are known once all methods were seen
            visitor.visit(tree)
        found[name] = visitor.found
    return found


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "xlwings"
        for alias in node.names
    }


def _declare(tree: ast.Module, code: Code) -> None:
    known = _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                    code.fields[node.name, each.target.id] = annotated(each.annotation, known, code)
                if isinstance(each, ast.FunctionDef):
                    code.fields[node.name, each.name] = annotated(each.returns, known, code)
    for each in tree.body:
        if isinstance(each, ast.FunctionDef):
            given = annotated(each.returns, known, code)
            if given and "'of'" in repr(given):
                code.returns[each.name] = given


def annotated(node: ast.expr | None, known: set[str], code: Code) -> Type:
    """Return the type that an annotation tells."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return annotated(ast.parse(node.value, mode="eval").body, known, code)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "xlwings":
        return ("of", node.attr)
    if isinstance(node, ast.Name):
        if node.id in known & XLWINGS:
            return ("of", node.id)
        return ("ours", node.id) if node.id in code.classes else None
    if isinstance(node, ast.BinOp):
        return annotated(node.left, known, code) or annotated(node.right, known, code)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id != "Literal":
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        types = [annotated(each, known, code) for each in inner]
        if node.value.id in _MANY:
            return ("many", types[0])
        if node.value.id == "tuple":
            return ("row", types)
        if node.value.id in ("dict", "Mapping"):
            return ("map", *types)
    return None


class _Visitor(ast.NodeVisitor):
    """Walks a module, function by function, with what is known of its variables."""

    def __init__(self, code: Code, known: set[str]) -> None:
        self.code = code
        self.known = known
        self.found: set[tuple[str, str]] = set()
        self.variables: dict[str, Type] = {}
        self.owner = ""

    # -- statements

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self.owner = self.owner, node.name
        self.generic_visit(node)
        self.owner = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before = dict(self.variables)
        for argument in (*node.args.args, *node.args.kwonlyargs):
            self.variables[argument.arg] = annotated(argument.annotation, self.known, self.code)
        if self.owner and node.args.args and node.args.args[0].arg == "self":
            self.variables["self"] = ("ours", self.owner)
        for each in node.body:
            self.visit(each)
        self.variables = before

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.type_of(node.body)

    def visit_Assign(self, node: ast.Assign) -> None:
        value = self.type_of(node.value)
        for target in node.targets:
            self.bind(target, value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        value = self.type_of(node.value) if node.value else None
        self.bind(node.target, annotated(node.annotation, self.known, self.code) or value)

    def visit_For(self, node: ast.For) -> None:
        self.bind(node.target, self.each(self.type_of(node.iter)))
        for each in (*node.body, *node.orelse):
            self.visit(each)

    def visit_With(self, node: ast.With) -> None:
        for item in node.items:
            given = self.type_of(item.context_expr)
            if item.optional_vars:
                self.bind(item.optional_vars, given[1] if given and given[0] == "many" else given)
        for each in node.body:
            self.visit(each)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.expr):
            self.type_of(node)
        else:
            super().visit(node)

    # -- what things are

    def bind(self, target: ast.expr, value: Type) -> None:
        """Let a variable, or an attribute, be of a type."""
        if isinstance(target, ast.Name):
            self.variables[target.id] = value
        elif isinstance(target, (ast.Tuple, ast.List)):
            parts = value[1] if value and value[0] == "row" else [None] * len(target.elts)
            for each, part in zip(target.elts, parts, strict=False):
                self.bind(each, part)
        elif isinstance(target, ast.Attribute):
            owner = self.type_of(target.value)
            if owner and owner[0] == "ours":
                self.code.fields.setdefault((owner[1], target.attr), value)
            elif owner:
                self.use(owner, f"{target.attr}=")
        elif isinstance(target, ast.Subscript):
            self.type_of(target)

    def use(self, owner: tuple[Any, ...], member: str) -> Type:
        """Note the use of a member; return what it gives."""
        if owner[0] == "com":
            self.found.add(("com", member.removesuffix("=")))
            return ("com",)
        if owner[0] == "of":
            self.found.add((owner[1], member))
            if member == "api":
                return ("com",)
            given = GIVES.get((owner[1], member))
            return ("of", given) if given else None
        return None

    def each(self, many: Type) -> Type:
        """Return what iterating over something gives."""
        if many is None:
            return None
        if many[0] == "many":
            return many[1]
        if many[0] == "map":
            return many[1]
        return self.use(many, "iterate") if many[0] == "of" else None

    def type_of(self, node: ast.expr) -> Type:
        """Return what an expression is, noting all members used in it."""
        told = getattr(self, f"of_{type(node).__name__}", None)
        if told:
            return told(node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.type_of(child)
            elif isinstance(child, ast.comprehension):
                self.comprehend(child)
        return None

    def of_Name(self, node: ast.Name) -> Type:  # noqa: N802
        return self.variables.get(node.id)

    def of_NamedExpr(self, node: ast.NamedExpr) -> Type:  # noqa: N802
        value = self.type_of(node.value)
        self.bind(node.target, value)
        return value

    def of_IfExp(self, node: ast.IfExp) -> Type:  # noqa: N802
        self.type_of(node.test)
        first, second = self.type_of(node.body), self.type_of(node.orelse)
        return first or second

    def of_BoolOp(self, node: ast.BoolOp) -> Type:  # noqa: N802
        return next((told for told in [self.type_of(each) for each in node.values] if told), None)

    def of_Lambda(self, node: ast.Lambda) -> Type:  # noqa: N802
        self.type_of(node.body)
        return None

    def of_Tuple(self, node: ast.Tuple) -> Type:  # noqa: N802
        return ("row", [self.type_of(each) for each in node.elts])

    def of_Attribute(self, node: ast.Attribute) -> Type:  # noqa: N802
        owner = self.type_of(node.value)
        if owner is None:
            return None
        if owner[0] == "ours":
            return self.code.fields.get((owner[1], node.attr))
        return self.use(owner, node.attr)

    def of_Subscript(self, node: ast.Subscript) -> Type:  # noqa: N802
        owner = self.type_of(node.value)
        self.type_of(node.slice)
        if owner is None:
            return None
        if owner[0] == "of":
            return self.use(owner, "[]")
        return {"many": lambda: owner[1], "map": lambda: owner[2]}.get(owner[0], lambda: None)()

    def of_Call(self, node: ast.Call) -> Type:  # noqa: N802
        given = [self.type_of(each) for each in (*node.args, *(word.value for word in node.keywords))]
        if isinstance(node.func, ast.Attribute):
            return self.of_method(node.func, given)
        if not isinstance(node.func, ast.Name):
            self.type_of(node.func)
            return None
        name = node.func.id
        if name in _SAME and given:
            inner = self.each(given[0])
            return ("many", inner)
        if name == "enumerate" and given:
            return ("many", ("row", [None, self.each(given[0])]))
        if name == "next" and given:
            return self.each(given[0])
        if name in self.code.classes:
            return ("ours", name)
        return self.code.returns.get(name)

    def of_method(self, called: ast.Attribute, given: list[Type]) -> Type:
        """Return what a method gives."""
        owner = self.type_of(called.value)
        if owner and owner[0] == "map":
            return {"items": ("many", ("row", [owner[1], owner[2]])), "values": ("many", owner[2])}.get(
                called.attr, owner[2]
            )
        if owner and owner[0] == "many" and called.attr == "pop":
            return owner[1]
        if owner is None and called.attr in self.code.returns:  # a function of another module
            return self.code.returns[called.attr]
        return self.of_Attribute(called)

    def comprehend(self, part: ast.comprehension) -> None:
        """Bind the variables of a comprehension."""
        self.bind(part.target, self.each(self.type_of(part.iter)))
        for test in part.ifs:
            self.type_of(test)

    def of_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Type:  # noqa: N802
        before = dict(self.variables)
        for part in node.generators:
            self.comprehend(part)
        told = self.type_of(node.elt)
        self.variables = before
        return ("many", told)

    of_SetComp = of_GeneratorExp = of_ListComp  # noqa: N815

    def of_DictComp(self, node: ast.DictComp) -> Type:  # noqa: N802
        before = dict(self.variables)
        for part in node.generators:
            self.comprehend(part)
        told = ("map", self.type_of(node.key), self.type_of(node.value))
        self.variables = before
        return told
