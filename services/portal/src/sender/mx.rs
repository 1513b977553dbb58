//! Whether letters to the sender arrive anywhere (RFC 5321 5.1).

use super::{Answer, Answers, Ask, Finding, Kind, Sender, Standing, answered};

pub(super) fn judge(sender: &Sender, answers: &Answers) -> Result<Finding, Ask> {
    let finding = |standing, word, found| Finding::new(standing, word, &sender.domain, found);
    Ok(match answered(answers, &sender.domain, Kind::Mx)? {
        Answer::Mx(servers) if servers.iter().all(|server| server == ".") => {
            finding(Standing::Bad, "refuses", Vec::new())
        }
        Answer::Mx(servers) => finding(Standing::Good, "found", servers.clone()),
        Answer::Silent => finding(Standing::Unasked, "unasked", Vec::new()),
        Answer::NoSuchName => finding(Standing::Missing, "no-domain", Vec::new()),
        // Without a mail server of its own, the domain's address is one.
        _ => match answered(answers, &sender.domain, Kind::Address)? {
            Answer::Addresses(_) => finding(Standing::Unclear, "address", Vec::new()),
            Answer::Silent => finding(Standing::Unasked, "unasked", Vec::new()),
            _ => finding(Standing::Missing, "missing", Vec::new()),
        },
    })
}
