//! The trace that a page or message belongs to, as W3C Trace Context writes it.

use std::fmt;

/// One trace and the place in it where messages are being said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    trace: u128,
    parent: u64,
}

impl Trace {
    /// A trace that begins here.
    pub(crate) fn begin() -> Self {
        Self { trace: rand::random_range(1..=u128::MAX), parent: rand::random_range(1..=u64::MAX) }
    }

    /// A new place in the trace that a message carries; a trace of its own when it carries none that can be read.
    pub(crate) fn follow(traceparent: Option<&str>) -> Self {
        match traceparent.and_then(read) {
            Some(trace) => Self { trace, ..Self::begin() },
            None => Self::begin(),
        }
    }

    /// The trace's id, for log fields.
    pub fn id(self) -> String {
        format!("{:032x}", self.trace)
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "00-{:032x}-{:016x}-01", self.trace, self.parent)
    }
}

fn read(traceparent: &str) -> Option<u128> {
    let mut parts = traceparent.split('-');
    let (version, trace) = (parts.next()?, parts.next()?);
    let lower_hex = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if version.len() != 2 || version == "ff" || trace.len() != 32 || !lower_hex(version) || !lower_hex(trace) {
        return None;
    }
    u128::from_str_radix(trace, 16).ok().filter(|trace| *trace != 0)
}

#[cfg(test)]
mod tests {
    use super::Trace;

    const CARRIED: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn a_message_said_in_answer_belongs_to_the_same_trace() {
        let trace = Trace::follow(Some(CARRIED));
        assert_eq!(trace.id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert!(trace.to_string().starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"));
        assert!(!trace.to_string().contains("00f067aa0ba902b7"), "the place in it is a new one");
        assert_eq!(trace.to_string().len(), CARRIED.len());
    }

    #[test]
    fn what_is_no_trace_begins_a_new_one() {
        let nothing = format!("00-{}-00f067aa0ba902b7-01", "0".repeat(32));
        for wrong in ["", "00", "hello", nothing.as_str(), "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"] {
            let trace = Trace::follow(Some(wrong));
            assert_eq!(trace.id().len(), 32);
            assert_ne!(trace.id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        }
    }
}
