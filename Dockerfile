# The images of compose.yaml. `docker build --target sandbox .` makes the sandbox alone.

# Both packages, built and packed as a release builds them. Nothing of this stage is in an image.
FROM node:24.21.0-slim AS build
WORKDIR /work
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
RUN mkdir -p /packed/node && npm pack --ignore-scripts --pack-destination /packed/node
RUN npm run build:sandbox -- --pack /packed/sandbox

# Puts the nodes where n8n's "manual installation" does: into ~/.n8n/nodes, here a volume that n8n shares. (Under
# N8N_CUSTOM_EXTENSIONS the types of the nodes would have other names, and no stored workflow would find them.)
FROM node:24.21.0-alpine AS node
COPY --from=build /packed/node /packed
# A new volume takes over owner and mode of the folder it is laid over; n8n's user has the number of this one.
RUN mkdir -p /home/node/.n8n/nodes && chown -R node:node /home/node/.n8n
USER node
CMD ["sh", "-c", "npm install --prefix /home/node/.n8n/nodes --legacy-peer-deps --ignore-scripts --no-audit --no-fund --no-update-notifier /packed/*.tgz"]

# The sandbox, last: what `docker build .` makes.
FROM node:24.21.0-alpine AS sandbox
ENV NODE_ENV=production
COPY --from=build /packed/sandbox /packed
RUN npm install --global --ignore-scripts --no-audit --no-fund --no-update-notifier /packed/*.tgz
RUN mkdir -p /data && chown node:node /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 7710
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s \
	CMD ["node", "-e", "fetch('http://127.0.0.1:7710/sandbox').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["n8n-nodes-huawei-push-sandbox", "--host", "0.0.0.0", "--allow-host", "host.docker.internal", "--allow-host", "host.containers.internal", "--data", "/data"]
