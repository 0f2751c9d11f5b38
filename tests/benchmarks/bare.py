"""What a page costs that does nearly nothing: Flask, a signed session, one SELECT or INSERT, and 10 kB of Jinja."""

from flask import Flask, render_template_string, request, session
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LINE = "<p>{{ row.words }} on line {{ n }}, <b>plain</b></p>"
PAGE = "<!doctype html><title>Bare</title>{% for n in range(160) %}" + LINE + "{% endfor %}"
FORM = '<form method="post"><input name="csrf_token" value="{{ csrf_token() }}"></form>'


class Base(DeclarativeBase):
    pass


def bare_app(url: str) -> Flask:
    app = Flask("bare")
    app.config.update(SECRET_KEY="x" * 32, SQLALCHEMY_DATABASE_URI=url)
    db = SQLAlchemy(app, model_class=Base)
    CSRFProtect(app)

    class Row(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        words: Mapped[str]

    with app.app_context():
        db.create_all()
        db.session.add(Row(words="some words for a line"))
        db.session.commit()

    @app.get("/page")
    def page():
        session["seen"] = True
        return render_template_string(PAGE, row=db.session.get(Row, 1))

    @app.get("/form")
    def form():
        return render_template_string(FORM)

    @app.post("/form")
    def save():
        db.session.add(Row(words=request.form.get("words", "")))
        db.session.commit()
        return "", 303

    return app
