// What the page asks its server, with the token if there is one.

let token = sessionStorage.getItem("newslint-token") || "";
const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) {
  token = given;
  sessionStorage.setItem("newslint-token", token);
  history.replaceState(null, "", location.pathname);
}

async function askForToken() {
  const dialog = document.getElementById("token-dialog");
  if (!dialog.open) dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  token = document.getElementById("token").value;
  sessionStorage.setItem("newslint-token", token);
}

async function asked(path, options = {}) {
  for (;;) {
    const headers = { "Content-Type": "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    const answer = await fetch(path, { ...options, headers });
    if (answer.status !== 401) {
      if (answer.ok) return answer;
      const problem = await answer.json().catch(() => ({}));
      throw new Error(problem.detail || `the server answers ${answer.status}`);
    }
    await askForToken();
  }
}

const post = (path, body, signal) => asked(path, { method: "POST", body: JSON.stringify(body), signal });

export const able = async () => (await asked("v1/server")).json();
export const lint = async (article, signal) => (await post("v1/lint", article, signal)).json();
export const rule = async (ruling) => (await post("v1/rulings", ruling)).json();
export const decided = (decisions) => post("v1/decisions", { decisions }).catch(() => {}); // it is only counted
export const pack = async (file) => (await post("v1/pack", file)).blob();

export async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(letters);
}
