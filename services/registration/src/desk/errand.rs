//! What people come to the desk with, and what the desk answers.

use crate::answers::Answers;
use chrono::{DateTime, Utc};
use proto::event::Form;
use proto::registration::{Claim, Registration, State};
use proto::{AccountId, InvitationId, Language, PoolId, RegistrationId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Something a person wants done about places of one event.
#[derive(Clone, Debug)]
pub enum Errand {
    SignUp(SignUp),
    /// The same by somebody whom the organisers have invited: the first of the party.
    SignUpInvited {
        form: SignUp,
        invitation: InvitationId,
    },
    /// To come in at the door without having signed up, alone: a place now, or none.
    WalkIn(SignUp),
    /// To give up the place or the wait.
    Withdraw {
        registration: RegistrationId,
    },
    /// To let go of everything after the deadline too, because everything is to be deleted.
    LetGo {
        registration: RegistrationId,
    },
    Change {
        registration: RegistrationId,
        details: Details,
    },
    /// Another person comes instead. Nothing moves when that person is signed up already, and only they are told.
    HandOver {
        registration: RegistrationId,
        to: Person,
    },
    /// Accepts for everybody who was offered a place together.
    AcceptOffer {
        registration: RegistrationId,
    },
    /// To have a place in a session that was not chosen, now that they stand at its door; a place now, or none.
    JoinSession {
        registration: RegistrationId,
        session: PoolId,
    },
    DeclineOffer {
        registration: RegistrationId,
    },
    /// Lets go of choices that clash with others since the programme changed.
    Choose {
        registration: RegistrationId,
        without: Vec<PoolId>,
    },
    /// An organiser does something about somebody's sign-up. It is noted who.
    Act {
        registration: RegistrationId,
        act: Act,
        by: AccountId,
    },
    /// An organiser signs somebody up, alone: a place, or one on the waiting list. It is noted who.
    Add {
        form: SignUp,
        by: AccountId,
    },
}

/// What an organiser does about a sign-up that is not their own.
#[derive(Clone, Debug)]
pub enum Act {
    /// Signs the person off.
    SignOff,
    /// Gives a place to whoever waits for one, whoever stands before them; takes for them the one that they were offered.
    GivePlace,
    /// Says yes to somebody: a place if there is one, and otherwise the end of the waiting list.
    Approve,
    /// Says no to somebody, with these words.
    Decline { reason: Option<String> },
    /// Has them take part in this way, and have chosen this.
    Move {
        /// As it is when absent.
        form: Option<Form>,
        choices: Vec<PoolId>,
    },
}

/// One form, or one request to the API.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// The form's one-time id or the request's `Idempotency-Key`, at most 200 characters.
    pub key: String,
    /// A hash of what was sent: the same key with other content is another form.
    pub content: [u8; 32],
    /// How all of them take part, where the event gives a choice.
    pub form: Option<Form>,
    /// The first is who filled in the form.
    pub party: Vec<Person>,
}

/// A person to be signed up.
#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    /// A valid address, as it was typed.
    pub email: String,
    pub language: Language,
    pub answers: Answers,
    /// Pools chosen besides the event itself.
    pub choices: Vec<PoolId>,
}

/// What a person may change about their own sign-up. Another address is another person: that is handing over.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub language: Language,
    /// The form to take part in from now on; as it is when absent.
    pub form: Option<Form>,
    pub answers: Answers,
    pub choices: Vec<PoolId>,
}

/// What the desk answers, always after it is committed.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// One for each person of the party, in its order.
    SignedUp(Vec<Placed>),
    /// The key was used before, for something else.
    SameKeyOtherContent,
    Refused(Refusal),
    /// The registration as it stands now (after handing over: the new one).
    Done(Box<Standing>),
}

/// Where a person stands after signing up. Kept with the key, so that the same form gets the same answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub id: RegistrationId,
    pub generation: u16,
    pub state: State,
    /// The organisers are to decide; the state is waiting.
    #[serde(default)]
    pub undecided: bool,
    /// In the waiting list, from 1.
    pub position: Option<u32>,
    pub seq: u32,
    #[serde(default)]
    pub form: Option<Form>,
    pub choices: Vec<Claim>,
    /// The address is signed up already. Nothing was written and the id leads nowhere: the rest is what a new person
    /// would have been told, so that nobody learns from the page who is signed up. A letter tells the owner.
    pub repeated: bool,
}

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotOpenYet {
        opens_at: DateTime<Utc>,
    },
    Closed,
    /// And there is no waiting list.
    Full,
    Cancelled,
    Over,
    UnknownChoice(PoolId),
    /// No place left in this choice, and no waiting list.
    ChoiceFull(PoolId),
    ClashingChoices(PoolId, PoolId),
    /// Two occurrences of one session.
    SameSessionTwice(PoolId, PoolId),
    /// It is for those who take part in another way.
    ChoiceOfOtherForm(PoolId),
    /// There are several ways of taking part, and none was chosen.
    FormMissing,
    /// Nobody can take part in this way.
    UnknownForm,
    /// No place left in the form that somebody wants to change to. What they have is as it was.
    FormFull,
    PartyTooLarge {
        limit: u32,
    },
    /// It is not for everybody. The same for whatever address it was tried with.
    NotInvited,
    /// Nobody but those whom the organisers invite by name, and the link in an invitation is not theirs to use any more.
    ByInvitation,
    /// The same address twice in one party.
    SameAddressTwice,
    TooLateToWithdraw,
    AlreadyWithdrawn,
    /// There is no place that could be handed over.
    NoPlace,
    NoOffer,
    OfferLapsed,
    /// The organisers have decided already.
    Decided,
    /// Nothing clashes, or not any more.
    NothingToChoose,
    UnknownEvent,
    UnknownRegistration,
}

/// A registration as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub registration: Registration,
    /// People who signed up together share it.
    pub party: Uuid,
    /// In the waiting list now, from 1.
    pub position: Option<u32>,
    /// Until when a place is kept for them.
    pub offered_until: Option<DateTime<Utc>>,
    /// Until when they may choose between what clashes; after that, what was chosen first is kept.
    pub choose_before: Option<DateTime<Utc>>,
    /// Every answer that is held, sensitive ones too.
    pub answers: Answers,
    pub created_at: DateTime<Utc>,
    pub attended_at: Option<DateTime<Utc>>,
}

/// The desk is too busy, or the database cannot be reached. Nothing is promised; the same errand may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the desk cannot answer now")]
pub struct Unavailable;
