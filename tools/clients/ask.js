// Checks a text with languagetool-api, which sends it in the query of a GET. It knows one address
// only: what it asks there is asked of the server whose address is given.
const [server] = process.argv.slice(2);
const request = require("request");
require.cache[require.resolve("request")].exports = (address, answered) =>
  request(address.replace("https://languagetool.org/api/", server), answered);
const client = require("languagetool-api");

client.check({ language: "auto", text: "Then Harstom recieved the keys." }, (error, answer) => {
  if (error) throw error;
  client.bestSuggestion(answer, (best) => console.log(JSON.stringify(best)));
});
client.codes((error, codes) => {
  if (error) throw error;
  if (!codes.some((each) => each.longCode === "en-GB")) throw new Error("no British English");
});
