//! Names of people.

use super::problem::Problem;
use super::text::line;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// The name of somebody else than whoever fills in the form.
pub fn other_name(typed: &str) -> Result<String, Problem> {
    name(typed).map_err(of_another)
}

/// A problem with a name, as it is told to somebody whose name it is not.
pub(crate) fn of_another(problem: Problem) -> Problem {
    match problem {
        Problem::MissingName => Problem::MissingOtherName,
        problem => problem,
    }
}

/// A name as it goes into letters and calendars: one line that has at least one letter in it.
///
/// An address in it is refused, since the letter that a sign-up sends could else carry a stranger's advertisement to
/// any address.
pub fn name(typed: &str) -> Result<String, Problem> {
    let name = line(typed, LONGEST_NAME)?;
    if !name.chars().any(char::is_alphabetic) {
        return Err(Problem::MissingName);
    }
    let lower = name.to_lowercase();
    if lower.contains('@') || lower.contains("://") || lower.contains("www.") {
        return Err(Problem::NameIsAnAddress);
    }
    Ok(name)
}
