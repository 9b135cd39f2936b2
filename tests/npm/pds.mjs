// The reference PDS of Bluesky with an empty directory of accounts, on 127.0.0.1 alone.
// It says {"ready":true,"pds":"http://localhost:<port>"} and ends with its standard input.
import net from 'node:net';

// the package listens on all interfaces
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  if (typeof given[0] === 'number') {
    given.splice(1, typeof given[1] === 'string' ? 1 : 0, '127.0.0.1');
  } else if (given[0] && typeof given[0] === 'object' && 'port' in given[0]) {
    given[0] = { ...given[0], host: '127.0.0.1' };
  }
  return listen.apply(this, given);
};

const { TestNetworkNoAppView } = await import('@atproto/dev-env');
const network = await TestNetworkNoAppView.create({
  plc: { port: Number(process.env.PLC_PORT) },
  pds: { port: Number(process.env.PDS_PORT) },
});
console.log(JSON.stringify({ ready: true, pds: network.pds.url }));

async function end() {
  await network.close();
  process.exit(0);
}
process.stdin.on('end', end).resume();
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, end);
