// @ts-check
// Waits at the door of a session: looks now and then whether the facilitator let this device in, and goes in.

const pause = 2000;

async function look() {
  try {
    const reply = await fetch(location.href);
    if (reply.redirected) return location.assign(reply.url);
    // Sent away, or the session is over: the page says so.
    if (reply.status === 404) return location.reload();
  } catch {
    // Without a connection there is nothing to do but look again.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
