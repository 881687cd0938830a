"""Proofread paragraphs with LibreOffice Writer, whose LanguageTool server is the address given.

It is run by the Python that has UNO (Debian: python3-uno). Paragraphs come on standard input, as a
JSON array; what Writer's own checker finds in each goes to standard output. Writer has no other way
to its checker than this interface, which it also uses as one types.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
SETTINGS = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"


def connected(pipe):
    """The component context of the office that listens on a pipe, as soon as it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def configure(context, address):
    """Say which LanguageTool server to ask, as Tools, Options does."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    place = PropertyValue(Name="nodepath", Value=SETTINGS)
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (place,)
    )
    access.setPropertyValue("BaseURL", address)
    access.setPropertyValue("IsEnabled", True)
    access.commitChanges()


def main(pipe, address):
    """Check the paragraphs one by one, in a Writer document that holds them."""
    context = connected(pipe)
    configure(context, address)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    writer = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    paragraphs = json.load(sys.stdin)
    writer.Text.String = "\n".join(paragraphs)
    checker = manager.createInstanceWithContext(CHECKER, context)
    english = Locale("en", "GB", "")
    found = []
    for text in paragraphs:
        result = checker.doProofreading("1", text, english, 0, len(text), ())
        found.append(
            [
                {
                    "text": text[error.nErrorStart :][: error.nErrorLength],
                    "comment": error.aShortComment,
                    "suggestions": list(error.aSuggestions),
                }
                for error in result.aErrors
            ]
        )
    json.dump(found, sys.stdout)
    writer.close(True)
    desktop.terminate()


main(*sys.argv[1:])
