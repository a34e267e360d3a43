// Expenses that wait on this device: one record each in IndexedDB, under the key of its form.
// Pages and the service worker share this module. A record belongs to a person (their number) and is read only for them.
//
// {key, person, state, made, changed, send, form, fields: [[name, text]], files: [File], shown: {…}, said: {…}}
// state: waiting (to be sent) · held (open in the form) · refused · asks (the server wants a word) · saved (only what the
// server answered is left)

const NAME = "beneficio";
const STORE = "drafts";

/** Told on this channel whenever a record changes, to other tabs and to other modules of this one. */
export const CHANNEL = "drafts";
const teller = new BroadcastChannel(CHANNEL);

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" }).createIndex("person", "person");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

// Done only when the transaction is: what was answered as kept is on the device.
async function within(mode, work) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request?.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

const tell = () => teller.postMessage("changed");

export async function keep(draft) {
  await within("readwrite", (store) => store.put(draft));
  tell();
}

export const read = (key) => within("readonly", (store) => store.get(key));

/** The person's records, the oldest first. */
export async function draftsOf(person) {
  const found = await within("readonly", (store) => store.index("person").getAll(person));
  return found.sort((one, other) => one.made - other.made);
}

/** Those that the server has not taken yet. */
export const unsentOf = async (person) => (await draftsOf(person)).filter((draft) => draft.state !== "saved");

export async function remove(...keys) {
  await within("readwrite", (store) => keys.map((key) => store.delete(key)).at(-1));
  tell();
}

/** Nothing of this person stays: they signed out. */
export async function forget(person) {
  const drafts = await draftsOf(person);
  if (drafts.length) await remove(...drafts.map((draft) => draft.key));
}

/** A key for one form, opened once: a form with the same key makes no second expense. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // plain http
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
