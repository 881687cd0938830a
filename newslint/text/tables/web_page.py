"""The text of a web page, without its navigation."""

from __future__ import annotations

from newslint.core.errors import NewslintError, internal_error
from newslint.text.tables.article import Article


def with_page_text(article: Article) -> Article:
    """The article with title and text taken from its page; an error becomes its fault."""
    if not article.page:
        return article
    from newslint.text.tables.warc import text_of

    try:
        title, text, date = text_of(article.page)
    except NewslintError as error:
        return article.failed(str(error))
    except Exception as error:  # a fault of a package must not cost the run
        return article.failed(internal_error(error))
    return article._replace(title=title, text=text, date=date or article.date, page=b"")
