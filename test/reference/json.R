# Writes lists as JSON, numbers with 15 digits.
json <- function(value) {
  if (is.list(value)) {
    parts <- vapply(value, json, "")
    if (is.null(names(value))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0(quoted(names(value)), ":", parts, collapse = ","), "}"))
  }
  one <- if (is.character(value)) quoted(value) else if (is.logical(value)) ifelse(value, "true", "false") else number(value)
  if (length(one) == 1 && is.null(attr(value, "array"))) one else paste0("[", paste(one, collapse = ","), "]")
}
quoted <- function(text) if (length(text)) paste0('"', gsub('"', '\\\\"', text), '"') else character()
number <- function(value) ifelse(is.finite(value), trimws(sprintf("%.15g", value)), "null")
array_of <- function(value) structure(value, array = TRUE)
