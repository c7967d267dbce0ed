FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1
WORKDIR /srv/socdarbs
RUN useradd --system --uid 1000 --home-dir /srv/socdarbs socdarbs \
    && mkdir -p media var && chown socdarbs media var
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN DEBUG=false SECRET_KEY=only-while-the-image-is-made python manage.py collectstatic --noinput

USER socdarbs
EXPOSE 8000
# What is wrong with the settings is told before anyone is served.
CMD ["sh", "-c", "python manage.py migrate --noinput && python manage.py check --deploy --fail-level ERROR --database default && exec granian --interface wsgi --no-ws --host 0.0.0.0 --port ${PORT:-8000} --workers ${WEB_CONCURRENCY:-1} --blocking-threads 4 config.wsgi:application"]
