"""What a module names that reaches out of the program, read from its source without running it."""

import ast
from functools import cache

# Modules that reach the network or other programs, load foreign code or run data as code.
MODULES = set(
    """
    _socket _winapi aiohttp asyncio cffi code codeop ctypes dbm ensurepip ftplib http httpx imaplib marshal
    multiprocessing nntplib pickle pip poplib posix pty requests runpy selectors shelve smtplib socket socketserver ssl
    subprocess telnetlib urllib.request urllib3 uvicorn venv webbrowser winreg wsgiref xmlrpc zipimport
    PySide6.QtBluetooth PySide6.QtDBus PySide6.QtNetwork PySide6.QtQml PySide6.QtQuick PySide6.QtSql
    PySide6.QtWebEngineCore PySide6.QtWebSockets
    """.split()
)
# Names that do so wherever they come from; an attribute of any value is looked at too.
NAMES = set(
    """
    CDLL LibraryLoader QDesktopServices QLibrary QLocalServer QLocalSocket QPluginLoader QProcess QTextBrowser QTextEdit
    QWebEngineView __import__ enable_load_extension execl execle execlp execv execve execvp fork forkpty load_extension
    openUrl popen posix_spawn setHtml setMarkdown setOpenExternalLinks spawnl spawnv startDetached startfile system
    """.split()
)


@cache
def reached(source):
    """Give the names in a module's source that reach out, each once, in alphabetical order."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names if _forbidden(alias.name)}
            case ast.ImportFrom(module=str(module), names=names):
                if _forbidden(module):
                    found.add(module)
                found |= {f"{module}.{alias.name}" for alias in names if _forbidden(f"{module}.{alias.name}")}
                found |= {alias.name for alias in names if alias.name in NAMES}
            case ast.Call(func=ast.Name(id="exec" | "eval" | "compile" | "__import__" as name)):
                found.add(name)
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in NAMES:
                found.add(name)
    return sorted(found)


def _forbidden(module):
    parts = module.split(".")
    return any(".".join(parts[: n + 1]) in MODULES for n in range(len(parts)))
