"""A client of Crossover's HTTP contract in one file, for Python 3.9 and later, without other packages. Copy it.

    from crossover import Crossover

    crossover = Crossover("https://study.example.org", "xo_...")
    session = crossover.start("prism-x", "p1", source="my-survey", attributes={"region": "north"})
    view = session.view()
    view = session.answer(view["step"]["id"], {"accept": True})

A refusal raises `CrossoverError`, whose `problem` is the server's problem document. After a lost connection, and when the server is
busy, requests that can be sent twice without harm are sent again: reading, starting a session, and answering a step.
"""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

TRIES = 6
BUSY = (429, 502, 503, 504)
LONGEST_PAUSE_S = 30


class CrossoverError(Exception):
    """What the server refused. `problem` has `code`, `status`, `detail`, and `errors` with a pointer to each wrong field."""

    def __init__(self, problem):
        self.problem = problem
        places = "".join(f"\n  {fault['pointer']}: {fault['detail']}" for fault in problem.get("errors", []))
        super().__init__(f"{problem.get('title')}. {problem.get('detail', '')}{places}")


class Crossover:
    """All of the contract by `get` and `post`, and the start of sessions. `token` is a key `xo_...` or a session's token."""

    def __init__(self, base_url, token, timeout_s=120, sleep=time.sleep):
        self.base_url = base_url.rstrip("/")
        self.token = token
        self.timeout_s = timeout_s
        self.sleep = sleep

    def get(self, path):
        """The answer to a GET: parsed if it is JSON, otherwise as text."""
        return self._send("GET", path, None, repeat=True)

    def post(self, path, body, repeat=False):
        """The answer to a POST. `repeat` sends it again after a lost connection: only where that does no harm."""
        return self._send("POST", path, body, repeat)

    def start(self, study, participant, source="python", attributes=None, return_url=None):
        """The participant's session. The same participant gets the same session again."""
        about = {"id": participant, "source": source}
        if attributes:
            about["attributes"] = attributes
        body = {"participant": about}
        if return_url:
            body["returnUrl"] = return_url
        begun = self.post(f"/v1/studies/{_part(study)}/sessions", body, repeat=True)
        return Session(Crossover(self.base_url, begun["token"], self.timeout_s, self.sleep), begun)

    def table(self, study, name):
        """The rows of an export, each a dict. `name` is one of docs/reference/exports.md."""
        text = self.get(f"/v1/studies/{_part(study)}/exports/{_part(name)}.jsonl")
        return [json.loads(line) for line in text.splitlines() if line]

    def _send(self, method, path, body, repeat):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        for tried in range(TRIES):
            last = tried == TRIES - 1 or not repeat
            request = urllib.request.Request(self.base_url + path, data, headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=self.timeout_s) as response:
                    return _parsed(response.headers.get_content_type(), response.read().decode())
            except urllib.error.HTTPError as error:
                if last or error.code not in BUSY:
                    raise _refusal(error) from None
                pause = float(error.headers.get("Retry-After") or 0)
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if last:
                    raise
                pause = 0
            self.sleep(min(LONGEST_PAUSE_S, max(pause, 0.5 * 2**tried)))


class Session:
    """One participant's session. `id`, `url` (for the participant's browser) and `created` are as the server gave them."""

    def __init__(self, client, begun):
        self.client = client
        self.id, self.url, self.created = begun["session"], begun["url"], begun["created"]

    def view(self):
        """The current step, the progress, and at the end the exit."""
        return self.client.get(f"/v1/sessions/{self.id}")

    def answer(self, step, answer):
        """Answers the step with this id, waits for the reply if it asks for one, and returns the next view."""
        return self.client.post(f"/v1/sessions/{self.id}/steps/{_part(step)}", answer, repeat=True)

    def summary(self):
        """The session as one flat dict of numbers and texts, for the survey's own data."""
        return self.client.get(f"/v1/sessions/{self.id}/summary")


def _part(text):
    return urllib.parse.quote(text, safe="")


def _parsed(content_type, text):
    return json.loads(text) if content_type.endswith("json") else text


def _refusal(error):
    text = error.read().decode(errors="replace")
    if error.headers.get_content_type() == "application/problem+json":
        return CrossoverError(json.loads(text))
    return RuntimeError(f"The server answered {error.code} without saying why. Is {error.url} the address of Crossover?")
