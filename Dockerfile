FROM node:24-bookworm-slim

WORKDIR /app
# Packages change less often than sources; they have a layer of their own.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && touch node_modules/.installed && npm cache clean --force
COPY . .
# Builds the pages into dist/; the server runs from its sources.
RUN node server/setup/prestart.mjs \
  && mkdir -p /var/lib/fairloom && chown node:node /var/lib/fairloom

# PostgreSQL refuses to run as root.
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/fairloom CACHE_DIR=/var/lib/fairloom/cache
VOLUME /var/lib/fairloom
EXPOSE 3000 7882/udp 7883/udp

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node_modules/.bin/node", "server/main.ts"]
