//! Tells whom an account belongs to, at its own address, that one signs in to it in another way than before.

use crate::sign_in::{Account, writes_as};
use bus::Work;
use proto::SignInChangeId;
use proto::account::{SignInChange, SignInChanged};
use uuid::Uuid;

/// Says it, in the transaction that makes it so. Names that somebody typed are left out: it may be a stranger who has got in,
/// and nothing of theirs is to reach the owner in our name.
pub(crate) fn tell(
    work: &Work,
    account: &Account,
    change: SignInChange,
    provider: Option<&str>,
    device: Option<String>,
) {
    // Who has no role any more cannot sign in whatever they have, and there is nobody in whose name to write to them.
    let Some(organisation) = writes_as(account) else { return };
    work.say(&SignInChanged {
        change_id: SignInChangeId(Uuid::now_v7()),
        account_id: account.id,
        organisation: organisation.to_owned(),
        email: account.email.clone(),
        language: account.language,
        change,
        provider: provider.map(str::to_owned),
        device,
        at: work.now,
    });
}
