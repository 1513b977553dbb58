//! The letters: for each what it says, as a context for its three templates.

mod about;
mod afterwards;
mod cancellation;
mod change;
mod confirmation;
mod decided;
mod delegation;
mod follow_up;
mod followed;
mod forward;
mod invitation;
mod link;
mod material;
mod notice;
mod offer;
mod place;
mod placed;
mod proposal;
mod reminder;
mod repeated;
mod replanned;
mod reply;
mod sender;
mod sign_in;
mod sign_in_changed;
mod speaking;
mod turned_away;
mod waiting_list;
mod withdrawal;

pub(crate) use about::{About, Own, first_name};
pub(crate) use afterwards::Afterwards;
pub(crate) use cancellation::Cancellation;
pub(crate) use change::Change;
pub(crate) use confirmation::Confirmation;
pub(crate) use decided::{Declined, Received};
pub(crate) use delegation::{Delegation, Named};
pub(crate) use follow_up::FollowUp;
pub(crate) use followed::{Followed, OfSeries};
pub(crate) use forward::Forward;
pub(crate) use invitation::Invitation;
pub(crate) use link::Link;
pub(crate) use material::Material;
pub(crate) use notice::Notice;
pub(crate) use offer::Offer;
pub(crate) use place::Place;
pub(crate) use placed::Placed;
pub(crate) use proposal::Proposal;
pub(crate) use reminder::{Ahead, Reminder, Why};
pub(crate) use repeated::Repeated;
pub(crate) use replanned::Replanned;
pub(crate) use reply::Reply;
pub(crate) use sender::Sender;
pub(crate) use sign_in::SignIn;
pub(crate) use sign_in_changed::SignInChanged;
pub(crate) use speaking::{Slot, Speaking, SpeakingNews};
pub(crate) use turned_away::TurnedAway;
pub(crate) use waiting_list::WaitingList;
pub(crate) use withdrawal::Withdrawal;

use proto::Language;
use serde::Serialize;
use text::Text;

/// A letter and the folder of its templates: `subject.txt`, `body.txt` and `body.html`, which say the same.
pub(crate) trait Letter: Serialize + Sized {
    /// The folder.
    const FOLDER: &'static str;
    /// Letters as they could be, with every line that only sometimes appears.
    fn samples() -> Vec<Self>;
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// One line.
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

/// Puts a letter into words.
pub(crate) fn write<L: Letter>(text: &Text, language: Language, letter: &L) -> Result<Written, text::Error> {
    let render = |file: &str| text.render(&format!("mail/{}/{file}", L::FOLDER), language, letter);
    Ok(Written {
        subject: one_line(&render("subject.txt")?),
        text: tidy(&render("body.txt")?),
        html: render("body.html")?,
    })
}

/// Titles and names can hold line breaks; a subject cannot, nor what turns a line around.
pub(crate) fn one_line(text: &str) -> String {
    text::seen(text)
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Never more than one blank line, however many lines did not apply.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !tidied.is_empty() {
            tidied.push('\n');
        }
        blank = false;
        tidied.push_str(line);
        tidied.push('\n');
    }
    tidied
}

/// Every letter with every sample, to be rendered.
pub(crate) fn samples() -> Vec<host::Sample> {
    fn of<L: Letter>(all: &mut Vec<host::Sample>, templates: [&'static str; 3]) {
        for (number, letter) in L::samples().iter().enumerate() {
            let context = serde_json::to_value(letter).unwrap_or_default();
            for template in templates {
                let file = template.rsplit('/').next().unwrap_or_default();
                let name = format!("{}-{}-{file}", L::FOLDER, number + 1);
                all.push(host::Sample { template, name, context: context.clone() });
            }
        }
    }
    macro_rules! templates {
        ($all:expr, $($letter:ty => $folder:literal),* $(,)?) => {
            $(of::<$letter>($all, [
                concat!("mail/", $folder, "/subject.txt"),
                concat!("mail/", $folder, "/body.txt"),
                concat!("mail/", $folder, "/body.html"),
            ]);)*
        };
    }
    let mut all = Vec::new();
    templates!(&mut all,
        Confirmation => "confirmation",
        Received => "received",
        Declined => "declined",
        WaitingList => "waiting_list",
        Offer => "offer",
        Place => "place",
        Change => "change",
        Replanned => "replanned",
        Cancellation => "cancellation",
        Reminder => "reminder",
        FollowUp => "follow_up",
        Afterwards => "afterwards",
        Material => "material",
        Withdrawal => "withdrawal",
        Repeated => "repeated",
        Link => "link",
        SignIn => "sign_in",
        SignInChanged => "sign_in_changed",
        Speaking => "speaking",
        Proposal => "proposal",
        Delegation => "delegation",
        Invitation => "invitation",
        Named => "named",
        Followed => "followed",
        TurnedAway => "turned_away",
        Placed => "placed",
        Reply => "reply",
        Forward => "forward",
        Notice => "notice",
    );
    all
}

#[cfg(test)]
mod tests;
