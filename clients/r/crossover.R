# A client of Crossover's HTTP contract in one file, for R 4.1 and later, with the packages httr2 and jsonlite. Copy it.
#
#   source("crossover.R")
#   crossover <- crossover_connect("https://study.example.org", "xo_...")
#   session <- crossover_start(crossover, "prism-x", "p1", source = "my-survey", attributes = list(region = "north"))
#   view <- crossover_view(session)
#   view <- crossover_answer(session, view$step$id, list(accept = TRUE))
#   ratings <- crossover_table(crossover, "prism-x", "ratings")
#
# A refusal is an error of the class "crossover_error", whose `problem` is the server's problem document. After a lost connection,
# and when the server is busy, requests that can be sent twice without harm are sent again.

crossover_connect <- function(base_url, token, timeout_s = 120) {
  structure(list(base_url = sub("/+$", "", base_url), token = token, timeout_s = timeout_s), class = "crossover")
}

# Starts the participant's session. The same participant gets the same session again.
crossover_start <- function(crossover, study, participant, source = "r", attributes = NULL, return_url = NULL) {
  body <- list(participant = list(id = participant, source = source))
  if (length(attributes) > 0) body$participant$attributes <- attributes
  if (!is.null(return_url)) body$returnUrl <- return_url
  begun <- crossover_post(crossover, c("v1", "studies", study, "sessions"), body, repeat_safe = TRUE)
  connection <- crossover_connect(crossover$base_url, begun$token, crossover$timeout_s)
  structure(list(crossover = connection, id = begun$session, url = begun$url, created = begun$created),
    class = "crossover_session")
}

# The current step, the progress, and at the end the exit.
crossover_view <- function(session) crossover_get(session$crossover, c("v1", "sessions", session$id))

# Answers the step with this id, waits for the reply if it asks for one, and returns the next view.
crossover_answer <- function(session, step, answer) {
  crossover_post(session$crossover, c("v1", "sessions", session$id, "steps", step), answer, repeat_safe = TRUE)
}

# The session as one flat list of numbers and texts, for the survey's own data.
crossover_summary <- function(session) crossover_get(session$crossover, c("v1", "sessions", session$id, "summary"))

# The rows of an export as a data frame. `name` is one of docs/reference/exports.md.
crossover_table <- function(crossover, study, name) {
  path <- c("v1", "studies", study, "exports", paste0(name, ".csv"))
  text <- httr2::resp_body_string(crossover_perform(crossover_request(crossover, path), TRUE), "UTF-8")
  utils::read.csv(text = text, na.strings = "", check.names = FALSE)
}

crossover_get <- function(crossover, path) {
  crossover_json(crossover_perform(crossover_request(crossover, path), TRUE))
}

# `repeat_safe` sends the request again after a lost connection: only where that does no harm.
crossover_post <- function(crossover, path, body, repeat_safe = FALSE) {
  request <- httr2::req_body_json(crossover_request(crossover, path), body, auto_unbox = TRUE, null = "null", digits = NA)
  crossover_json(crossover_perform(request, repeat_safe))
}

crossover_request <- function(crossover, path) {
  request <- do.call(httr2::req_url_path_append, c(list(httr2::request(crossover$base_url)), as.list(path)))
  request <- httr2::req_auth_bearer_token(request, crossover$token)
  request <- httr2::req_timeout(request, crossover$timeout_s)
  httr2::req_error(request, is_error = function(response) FALSE)
}

crossover_perform <- function(request, repeat_safe) {
  tries <- if (repeat_safe) 6 else 1
  for (try in seq_len(tries)) {
    response <- tryCatch(httr2::req_perform(request), error = function(error) if (try == tries) stop(error) else NULL)
    busy <- is.null(response) || httr2::resp_status(response) %in% c(429, 502, 503, 504)
    if (!busy || try == tries) break
    asked <- if (is.null(response)) NULL else httr2::resp_header(response, "Retry-After")
    Sys.sleep(min(30, max(0.5 * 2^(try - 1), if (is.null(asked)) 0 else as.numeric(asked))))
  }
  if (httr2::resp_status(response) < 400) {
    return(response)
  }
  if (!identical(httr2::resp_content_type(response), "application/problem+json")) {
    stop(sprintf("The server answered %d without saying why. Is %s the address of Crossover?",
      httr2::resp_status(response), request$url), call. = FALSE)
  }
  problem <- crossover_json(response)
  places <- vapply(problem$errors, function(fault) sprintf("\n  %s: %s", fault$pointer, fault$detail), "")
  text <- paste0(problem$title, ". ", problem$detail, paste(places, collapse = ""))
  stop(structure(class = c("crossover_error", "error", "condition"),
    list(message = text, call = NULL, problem = problem)))
}

# Lists stay lists, so that an answer with one element is no other than one with several.
crossover_json <- function(response) {
  jsonlite::fromJSON(httr2::resp_body_string(response, "UTF-8"), simplifyVector = FALSE)
}
