# An image with the command line. Without a command it backs up and then cleans up, with what its environment says
# (see docs/migration/azure-directory.md) or what is mounted at /etc/holdfast/holdfast.yml; `holdfast …` as the command
# does anything else.
#
# NODE is an image with Node 24 and GNU tar; Debian's slim one has both.
ARG NODE=node:24-bookworm-slim

# What runs, and nothing of what it was made with: dist/ is committed.
FROM ${NODE} AS parts
COPY bin /opt/holdfast/bin
COPY dist /opt/holdfast/dist
COPY docs/errors.md /opt/holdfast/docs/errors.md
COPY package.json LICENSE /opt/holdfast/
COPY docker/entrypoint.sh /opt/holdfast/entrypoint.sh
RUN chmod 755 /opt/holdfast/entrypoint.sh /opt/holdfast/bin/holdfast.cjs \
  && tar --version | head -n 1 | grep 'GNU tar' \
  && node /opt/holdfast/bin/holdfast.cjs --version

FROM ${NODE}
COPY --from=parts /opt/holdfast /opt/holdfast
RUN ln -s /opt/holdfast/bin/holdfast.cjs /usr/local/bin/holdfast \
  && mkdir -p /etc/holdfast /backup /var/lib/holdfast \
  && chown 10001:10001 /var/lib/holdfast
ENV HOME=/var/lib/holdfast HOLDFAST_STATE_DIR=/var/lib/holdfast/state
# Whoever may read what is backed up: `--user 0` where that is root alone.
USER 10001:10001
WORKDIR /etc/holdfast
VOLUME /var/lib/holdfast
ENTRYPOINT ["/opt/holdfast/entrypoint.sh"]
