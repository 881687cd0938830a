# newslint serve in a container: docs/server.md. The desk's configuration and book are in /desk.
FROM python:3.13-slim AS build
COPY . /src
RUN python -m venv /opt/newslint && /opt/newslint/bin/pip install --no-cache-dir '/src[serve]'

FROM python:3.13-slim
COPY --from=build /opt/newslint /opt/newslint
RUN useradd --create-home newslint && mkdir /desk && chown newslint /desk
USER newslint
WORKDIR /desk
EXPOSE 8081
HEALTHCHECK CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8081/health')"]
# exec form: SIGTERM reaches newslint, which answers what it has begun and ends
ENTRYPOINT ["/opt/newslint/bin/newslint", "serve", "--host", "0.0.0.0"]
