# The server with the built app, for one brand or many. docs/running.md says how to run it.
#
# Debian and not Alpine: its C library is the one that Node's own builds are made and tested with.

FROM node:24.21.0-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24.21.0-trixie-slim AS dependencies
WORKDIR /dependencies
COPY package.json package-lock.json .npmrc ./
# Optional are the Node and the Postgres that the project brings to machines without them; neither is needed here.
RUN npm ci --omit=dev --omit=optional

FROM node:24.21.0-trixie-slim
WORKDIR /app
ENV NODE_ENV=production
# In a container every address is the container's own. The server starts only if EVENHAND_ORIGIN says what customers see.
ENV EVENHAND_HOST=0.0.0.0
# Used without DATABASE_URL only: mount a volume there. It belongs to the user below, and so does a volume made from it.
ENV EVENHAND_DATA_DIR=/data
RUN mkdir --mode=0700 /data && chown 1000:1000 /data
COPY --from=dependencies /dependencies/node_modules node_modules
COPY package.json ./
COPY --from=build /build/dist dist
COPY --from=build /build/dist-server dist-server
COPY src src
COPY server server
# Mount your own brands over this folder, read-only, or copy them in a Dockerfile of yours.
COPY brands brands
# A number, so that Kubernetes can see that it is not root. The server writes nowhere but to /data.
USER 1000:1000
EXPOSE 4600
# No shell and no init between: the server handles SIGTERM and SIGINT itself and starts no other process, so there is
# nothing to pass on and nothing to reap.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4600}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
