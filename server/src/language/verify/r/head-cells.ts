/** The head of every script, second part: what the cells of the data file mean, and how variables are derived. */
export const cellsInR = String.raw`
# -- What cells of the data mean -----------------------------------------------------------------------------------
plain_code <- function(code) sub("^(-?[0-9]+)[.,]0+$", "\\1", code)
missing_kind <- function(cell, missing) {
  if (length(missing) == 0) return(rep(NA_character_, length(cell)))
  kind <- unname(missing[match(plain_code(cell), plain_code(names(missing)))])
  whole <- suppressWarnings(as.numeric(ifelse(grepl("^-?[0-9]+$", plain_code(cell)), plain_code(cell), NA)))
  for (range in grep("^-?[0-9]+[.][.]-?[0-9]+$", names(missing), value = TRUE)) {
    ends <- as.numeric(strsplit(range, "..", fixed = TRUE)[[1]])
    inside <- is.na(kind) & !is.na(whole) & whole >= ends[1] & whole <= ends[2]
    kind[inside] <- missing[[range]]
  }
  kind
}
# Who was asked: all but those for whom a condition is no, or who were not asked what it names.
asked_if <- function(...) {
  outside <- lapply(list(...), function(condition) condition$why == "not_asked" | (condition$why == "" & !condition$value))
  !Reduce("|", outside)
}
within_asked <- function(value, why, name, asked) {
  answer(value, ifelse(rep_len(asked, length(why)), why, "not_asked"), name)
}
categories <- function(name, cell, codes, missing = c(), empty = "item_nonresponse", asked = TRUE) {
  value <- unname(codes[match(plain_code(cell), plain_code(names(codes)))])
  kind <- missing_kind(cell, missing)
  why <- ifelse(cell == "", empty, ifelse(!is.na(value), "", ifelse(is.na(kind), "invalid", kind)))
  within_asked(value, why, name, asked)
}
read_number <- function(cell) {
  text <- if (DECIMAL == ",") ifelse(grepl(".", cell, fixed = TRUE), "", sub(",", ".", cell, fixed = TRUE)) else cell
  is_number <- grepl("^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?$", text)
  value <- as.numeric(ifelse(is_number, text, NA))
  ifelse(is.finite(value), value, NA)
}
numbers <- function(name, cell, low = -Inf, high = Inf, missing = c(), empty = "item_nonresponse", asked = TRUE) {
  value <- read_number(cell)
  kind <- missing_kind(cell, missing)
  is_right <- !is.na(value) & value >= low & value <= high
  why <- ifelse(cell == "", empty, ifelse(!is.na(kind), kind, ifelse(is_right, "", "invalid")))
  within_asked(value, why, name, asked)
}
texts <- function(name, cell, missing = c(), empty = "item_nonresponse", asked = TRUE) {
  kind <- missing_kind(cell, missing)
  within_asked(cell, ifelse(cell == "", empty, ifelse(is.na(kind), "", kind)), name, asked)
}
dates <- function(name, cell, missing = c(), empty = "item_nonresponse", asked = TRUE) {
  kind <- missing_kind(cell, missing)
  is_date <- grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", cell) & !is.na(as.Date(cell, format = "%Y-%m-%d"))
  why <- ifelse(cell == "", empty, ifelse(!is.na(kind), kind, ifelse(is_date, "", "invalid")))
  within_asked(cell, why, name, asked)
}
# Tick all that apply. A box left empty is a no where another is ticked; where none is, none_ticked says what that means. A
# row of empty cells, in data that code unticked boxes, is one that nobody answered; a second code for unticked is invalid.
ticks <- function(name, cells, ticked, none_ticked, missing = c(), empty = "item_nonresponse", asked = list()) {
  boxes <- lapply(cells, function(cell) {
    kind <- missing_kind(cell, missing)
    ifelse(cell == "", "empty", ifelse(plain_code(cell) == plain_code(ticked), "ticked", ifelse(is.na(kind), "unticked", kind)))
  })
  codes <- unlist(Map(function(cell, box) cell[box == "unticked"], cells, boxes))
  distinct <- sort(unique(codes), method = "radix")
  usual <- distinct[which.max(tabulate(match(codes, distinct), length(distinct)))]
  boxes <- Map(function(cell, box, item) {
    if (length(usual) > 0) box[box == "unticked" & plain_code(cell) != plain_code(usual)] <- "invalid_code"
    box[!rep_len(if (is.null(asked[[item]])) TRUE else asked[[item]], length(box))] <- "outside"
    box
  }, cells, boxes, names(cells))
  rows <- do.call(cbind, boxes)
  states <- c("ticked", "unticked", "empty", "invalid_code", "outside")
  declared <- apply(rows, 1, function(row) c(row[!row %in% states], "")[1])
  is_blank <- rowSums(rows != "empty" & rows != "outside") == 0
  without_tick <- ifelse(declared != "", declared,
    ifelse(length(usual) > 0 & is_blank, empty, if (none_ticked == "means_no") "no" else empty))
  others <- ifelse(rowSums(rows == "ticked") > 0, "no", without_tick)
  Map(function(box, item) {
    state <- ifelse(box %in% c("unticked", "empty"), others, box)
    why <- ifelse(state %in% c("ticked", "no"), "",
      ifelse(state == "outside", "not_asked", ifelse(state == "invalid_code", "invalid", state)))
    answer(state == "ticked", why, paste0(name, ".", item))
  }, boxes, names(boxes))
}

# -- Derived variables -----------------------------------------------------------------------------------------------
derived <- function(name, x) {
  x <- as_answer(x)
  answer(rep_len(x$value, RESPONDENTS), rep_len(x$why, RESPONDENTS), name)
}
as_yes_no <- function(x) answer(x$value == "yes", x$why, x$about)
category_text <- function(x) if (is.logical(x$value)) ifelse(x$value, "yes", "no") else x$value
# The first condition that is yes gives the category, provided none above it is missing; who was not asked about one of them
# is outside; whom no condition takes goes to otherwise, or is outside as well.
first_that_holds <- function(conditions, otherwise = NA) {
  conditions <- lapply(conditions, as_answer)
  value <- rep(NA_character_, RESPONDENTS)
  why <- rep("", RESPONDENTS)
  open <- rep(TRUE, RESPONDENTS)
  for (category in names(conditions)) {
    condition <- conditions[[category]]
    holds <- open & condition$why == "" & condition$value
    holds[is.na(holds)] <- FALSE
    is_missing <- open & condition$why != ""
    value[holds] <- category
    why[is_missing] <- rep_len(condition$why, RESPONDENTS)[is_missing]
    open <- open & !holds & !is_missing
  }
  value[open] <- otherwise
  why[open & is.na(otherwise)] <- "not_asked"
  for (condition in conditions) why[rep_len(condition$why, RESPONDENTS) == "not_asked"] <- "not_asked"
  answer(value, why, character())
}
merged <- function(x, into) {
  from <- category_text(x)
  value <- rep(NA_character_, length(from))
  for (category in names(into)) value[is.na(value) & from %in% into[[category]]] <- category
  answer(value, ifelse(x$why == "" & is.na(value), "not_asked", x$why), x$about)
}
`;
