/* The history of a record: fetched when its fold is opened. Without this module the fold holds a link to the page. */
for (const fold of document.querySelectorAll("[data-history]")) {
  fold.addEventListener("toggle", async () => {
    const place = fold.querySelector("div");
    const link = place.querySelector("a");
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      const changes = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#changes");
      if (!answer.ok || !changes) throw new Error(answer.statusText);
      place.replaceChildren(changes, link);
    } catch {
      place.replaceChildren(`${fold.dataset.failed} `, link);
    }
  }, { once: true });
}
