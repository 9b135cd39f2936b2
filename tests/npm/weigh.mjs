// Reads one JSON string a line and writes its weighted length, as X's own library counts it.
import { createInterface } from 'node:readline';
import twitter from 'twitter-text';

for await (const line of createInterface({ input: process.stdin })) {
  console.log(twitter.parseTweet(JSON.parse(line)).weightedLength);
}
