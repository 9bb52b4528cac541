"""Jinja2 for thousands of pages: the same output, with less work for each printed value, attribute and called macro.

Jinja2 sends every printed value through four Python calls before it knows that it is safe, looks at every call for
decorators that few of ours have, and tries every ``x.y`` as an attribute and as a key. A compiled template looks up
what it needs by name in its own namespace; here some of those names get a shorter way. Calls, attributes and macros
become those of Python, which asks four things of a template: the key of a dictionary is written ``x["y"]``, a function
that wants the context is a global, a macro is called without names for its arguments, and of ``loop`` there is no more
than `QuickLoop` has. tests/site_units holds the output against that of Jinja2 as it comes.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import markup_join
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
    from types import CodeType

    from jinja2 import Undefined
    from jinja2.compiler import Frame, MacroRef


class QuietWhenTested(StrictUndefined):
    """Undefined that may be tested (``x.soort or ''``) but never printed, looped over or compared."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


escape_text: Callable[[str], str] = _escape_inner
"""Escape a text that is no markup, and leave it a text."""

_PRINTED = "(v if (k := type(v := ", ")) is markup else escape_text(v) if k is str else escape(v))"
"""Code around an expression that is printed: escaped, unless it is markup; most values are of these two classes."""

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Call a text that was escaped markup, without asking it first whether it is."""


def _optional(macro: Callable[..., str], arguments: int) -> Callable[..., str]:
    """Let a call leave out arguments; the function itself gives those their values."""
    macro.__defaults__ = (missing,) * arguments
    return macro


_TEXT = frozenset({str})


def _joined(values: Sequence[object]) -> str:
    """What stands between ``~``."""
    return "".join(values) if _TEXT.issuperset(map(type, values)) else markup_join(values)  # type: ignore[arg-type]


def _with_caller(macro: Callable[..., str], arguments: int, no_caller: Undefined) -> Callable[..., str]:
    """Let a call leave out arguments, and have a block around it or not, which the function takes last."""
    left_out = [(missing,) * (arguments - given) for given in range(arguments + 1)]

    def called(*args: object, caller: object = no_caller) -> str:
        return macro(*args, *(left_out[len(args)] if len(args) < arguments else ()), caller)

    return called


@cache
def _no_item(undefined: type[Undefined]) -> Undefined:
    return undefined("there is no previous item")


class QuickLoop:
    """What a template asks of ``loop``, filled in for each item; nothing is looked up by methods."""

    __slots__ = ("_items", "first", "index", "index0", "last", "previtem")

    def __init__(self, items: Iterable[Any], undefined: type[Undefined]) -> None:
        """Take what the loop goes over."""
        self._items = tuple(items)
        self.previtem: Any = _no_item(undefined)  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[tuple[Any, QuickLoop]]:
        """Yield each item with this."""
        count = len(self._items)
        for number, item in enumerate(self._items, 1):
            self.index0, self.index = number - 1, number
            self.first, self.last = number == 1, number == count
            yield item, self
            self.previtem = item


class QuickGenerator(CodeGenerator):
    """Writes attributes and calls as Python has them, and prints without a call what is markup or text."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(_PRINTED[0])

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(_PRINTED[1])

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Have macros return markup themselves, so that nothing has to stand around them."""
        super().return_buffer_contents(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as the function that it is, when it asks for no more than its arguments and its caller."""
        arguments = macro_ref.node.args
        named = any(argument.name == "caller" for argument in arguments)
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or named:
            super().macro_def(macro_ref, frame)
        elif macro_ref.accesses_caller:
            self.write(f"with_caller(macro, {len(arguments)}, environment.no_caller)")
        elif arguments:
            self.write(f"optional(macro, {len(arguments)})")
        else:
            self.write("macro")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja2 uses
        """Write ``x.y``."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - the name that Jinja2 uses
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write ``f(x)``, and ``f(a=x)`` of a global; Jinja2 writes the others, and functions that want the context."""
        function = self.environment.globals.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        named = node.dyn_args or node.dyn_kwargs or (node.kwargs and function is None)
        if named or hasattr(function, "jinja_pass_arg"):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class QuickTemplate(Template):
    """A template that makes loops of `QuickLoop`, and of macros no more than functions."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name that Jinja2 uses
        uptodate: Callable[[], bool] | None = None,
    ) -> Self:
        """Load a compiled template."""
        template = super().from_code(environment, code, globals, uptodate)
        namespace = template.root_render_func.__globals__
        namespace.update(markup=Markup, escape_text=escape_text, Markup=marked, markup_join=_joined)
        namespace.update(LoopContext=QuickLoop, optional=_optional, with_caller=_with_caller)
        return template  # type: ignore[return-value]

    def make_module(self, *args: Any, **kwargs: Any) -> TemplateModule:
        """Make the macros for one page, without the circle through which they would outlive it.

        A macro refers to the context, which holds all macros; it finds those that it calls without it.
        """
        module = TemplateModule(self, context := self.new_context(*args, **kwargs))
        context.vars.clear()
        return module


def compiled_before(code: Path = Path(__file__).parent) -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, as Python keeps its own; nothing when nobody may write there.

    What is compiled depends on the options and globals of an environment, so any change in its modules, those in the
    folder ``code``, begins anew.
    """
    if sys.dont_write_bytecode:
        return None
    modules = b"".join(path.read_bytes() for path in sorted(code.glob("*.py")))
    compiler = hashlib.sha256(version("jinja2").encode() + modules).hexdigest()
    folder = code / "__pycache__" / f"templates-{compiler[:16]}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(os.fspath(folder)) if os.access(folder, os.W_OK) else None


class QuickEnvironment(Environment):
    """An environment that escapes everything and refuses to print what is undefined."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate

    def __init__(self, **options: Any) -> None:
        """Take the options of Jinja2, but for escaping and for where compiled templates are kept."""
        super().__init__(
            autoescape=True, undefined=QuietWhenTested, bytecode_cache=compiled_before(), auto_reload=False, **options
        )
        self._loaded: dict[str, Template] = {}
        self.no_caller = self.undefined("No caller defined", name="caller")

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Return a template by its name; templates are loaded once."""
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent, globals)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """Give a template its globals as one dictionary; they are complete before the first template is loaded."""
        return {**self.globals, **(d or {})}
