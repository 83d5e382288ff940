/** A virtual screen reader in the page: what would be said, as texts, with the language that each part asks for. */
import { virtual } from "@guidepup/virtual-screen-reader";

/** The language in which a voice would read `node`. */
const languageOf = (node) => (node.closest ? node : node.parentElement)?.closest("[lang]")?.lang;

const said = async () => {
  const phrases = await virtual.spokenPhraseLog();
  await virtual.clearSpokenPhraseLog();
  return phrases;
};

window.screenReader = {
  /** From here on, what `node` announces of itself is heard. */
  async listen(node) {
    await virtual.stop();
    await virtual.start({ container: node });
    await virtual.clearSpokenPhraseLog();
  },

  /** What was said since. */
  heard: said,

  /** What a reader hears who goes through `node` from its beginning to its end: pairs of a language and a phrase. */
  async read(node) {
    await virtual.stop();
    await virtual.start({ container: node });
    const first = virtual.activeNode;
    const beginning = await virtual.lastSpokenPhrase();
    const phrases = [];
    do {
      const language = languageOf(virtual.activeNode);
      for (const phrase of await said()) phrases.push([language, phrase]);
      await virtual.next();
      // After the end it goes back to the beginning.
    } while (virtual.activeNode !== first || (await virtual.lastSpokenPhrase()) !== beginning);
    return phrases;
  },
};
