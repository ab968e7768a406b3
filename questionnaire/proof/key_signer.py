"""A pyHanko signer that keeps its key loaded: pyHanko's own reads and checks it at every signature."""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.pdf_cms import select_suitable_signing_md
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pyhanko_certvalidator.util import get_pyca_cryptography_hash

from questionnaire.proof.identity import SealIdentity

_CMS_OVERHEAD = 4096  # signed attributes, signature value and ASN.1 frames; about 700 bytes were seen with P-256


class KeySigner(Signer):
    """Makes CMS signatures in the name of a seal identity, without network."""

    def __init__(self, identity: SealIdentity) -> None:
        certificates = [
            translate_pyca_cryptography_cert_to_asn1(certificate)
            for certificate in (identity.certificate, *identity.chain)
        ]
        # Only the chain: pyHanko adds the signing certificate itself, and it must not stand twice.
        store = SimpleCertificateStore.from_certs(certificates[1:])  # type: ignore[no-untyped-call]  # untyped
        super().__init__(signing_cert=certificates[0], cert_registry=store, embed_roots=False)
        self._key = identity.key
        self.digest_algorithm = select_suitable_signing_md(certificates[0].public_key)
        # In hexadecimal digits, as pyHanko counts; known beforehand, it spares a trial signature.
        self.reserved_digits = 2 * (_CMS_OVERHEAD + sum(len(each.dump()) for each in certificates))

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002 - pyHanko's own signature
    ) -> bytes:
        """The raw signature of ``data`` by the kept key."""
        digest: Any = get_pyca_cryptography_hash(digest_algorithm)
        if isinstance(self._key, EllipticCurvePrivateKey):
            return self._key.sign(data, ECDSA(digest))
        return self._key.sign(data, PKCS1v15(), digest)
