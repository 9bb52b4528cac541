"""Jinja2 for thousands of pages: the same output, with less work for each printed value and each called macro.

Jinja2 sends every printed value through four Python calls before it knows that it is safe, and looks at every call for
decorators that ours do not have. A compiled template looks up what it needs by name in its own namespace; here three of
those names get a shorter way. tests/site holds the output against that of Jinja2 as it comes.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from types import CodeType


class QuietWhenTested(StrictUndefined):
    """Undefined that may be tested (``x.soort or ''``) but never printed, looped over or compared."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


def printed(value: object) -> str:
    """Return a value as it is printed: escaped, unless it is markup."""
    if type(value) is Markup:
        return value
    return _escape_inner(value) if type(value) is str else escape(value)


_marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Call a text markup, without asking it first whether it is."""


class QuickMacro(Macro):
    """A macro of an environment that escapes everything."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Render; calls with names for arguments take Jinja2's way."""
        room = self._argument_count - len(args)
        given = "caller" in kwargs
        if room < 0 or len(kwargs) > given or given > self.caller or self.catch_kwargs or self.explicit_caller:
            return super().__call__(*args, **kwargs)
        if room:
            args += (missing,) * room
        if self.caller:
            caller = kwargs["caller"] if given else self._environment.undefined("No caller defined", name="caller")
            args += (caller,)
        if self.catch_varargs:
            args += ((),)
        return _marked(self._func(*args))


class QuickContext(Context):
    """Calls macros and plain functions straight away."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a function of the template; what asks for the context is left to Jinja2."""
        if type(function) is QuickMacro or not hasattr(function, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return function(*args, **kwargs)
        return super().call(function, *args, **kwargs)


class QuickTemplate(Template):
    """A template that prints by `printed` and makes macros of `QuickMacro`."""

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
        namespace.update(escape=printed, Markup=_marked, Macro=QuickMacro)
        return template  # type: ignore[return-value]


def compiled_before() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, as Python keeps its own; nothing when nobody may write there."""
    folder = Path(__file__).parent / "__pycache__" / f"templates-{version('jinja2')}"
    if sys.dont_write_bytecode:
        return None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(os.fspath(folder)) if os.access(folder, os.W_OK) else None


class QuickEnvironment(Environment):
    """An environment that escapes everything and refuses to print what is undefined."""

    context_class = QuickContext
    template_class = QuickTemplate

    def __init__(self, **options: Any) -> None:
        """Take the options of Jinja2, but for escaping and for where compiled templates are kept."""
        super().__init__(
            autoescape=True, undefined=QuietWhenTested, bytecode_cache=compiled_before(), auto_reload=False, **options
        )
