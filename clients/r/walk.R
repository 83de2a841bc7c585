# Takes one participant through a study by the contract, with any valid answers: `Rscript walk.R URL KEY STUDY PARTICIPANT`.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "crossover.R"))

# A valid answer to any step, for rehearsals.
any_answer <- function(step) {
  if (step$kind == "consent") return(list(accept = TRUE))
  if (step$kind == "form") {
    asked <- Filter(function(item) item$kind != "info", step$items)
    answers <- lapply(asked, any_value)
    names(answers) <- vapply(asked, function(item) item$id, "")
    return(list(answers = answers))
  }
  if (step$kind == "message") {
    return(if (step$canEnd) list(end = TRUE) else list(text = "What should I cook tonight?"))
  }
  if (step$kind == "choice") {
    ids <- vapply(step$candidates, function(candidate) candidate$id, "")
    scores <- stats::setNames(as.list(91 - seq_along(ids)), ids)
    return(c(list(chosen = ids[[1]]), if (is.null(step$scale)) NULL else list(scores = scores)))
  }
  list(retry = TRUE)
}

any_value <- function(item) {
  options <- vapply(item$options, function(option) option$value, "")
  if (item$kind == "choice") return(options[[length(options)]])
  if (item$kind == "choices") return(as.list(options[1]))
  if (item$kind == "ranking") return(as.list(rev(options)))
  if (item$kind == "text") return("I liked it.")
  min(c(item$max, max(c(item$min, 30))))
}

arguments <- commandArgs(TRUE)
crossover <- crossover_connect(arguments[1], arguments[2])
session <- crossover_start(crossover, arguments[3], arguments[4], source = "r")
view <- crossover_view(session)
while (!is.null(view$step)) view <- crossover_answer(session, view$step$id, any_answer(view$step))
cat(jsonlite::toJSON(crossover_summary(session), auto_unbox = TRUE, null = "null"), "\n")
