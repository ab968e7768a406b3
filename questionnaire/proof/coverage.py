"""Whether the seal covers every byte of the file, its own container included."""

from asn1crypto.cms import ContentInfo, SignerInfo
from pyhanko.sign.validation import EmbeddedPdfSignature


def closes_file(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """True when the signature covers all of ``pdf`` but its own value, where nothing else could hide.

    That value is the one place that a digest cannot cover: it must be a plain hexadecimal string holding one
    CMS container, zeros after it, and nothing in the container that its signature leaves free.
    """
    start, length, resume, rest = (int(number) for number in signature.byte_range)
    contents = signature.pkcs7_content
    hexadecimal = contents.hex().encode()
    return (
        start == 0
        and resume + rest == len(pdf)
        and pdf[length:resume] in (b"<" + hexadecimal + b">", b"<" + hexadecimal.upper() + b">")
        and contents.rstrip(b"\0") == _canonical(signature).rstrip(b"\0")
        and _nothing_unsigned(signature)
    )


def _canonical(signature: EmbeddedPdfSignature) -> bytes:
    """The container framed anew, so that a loose length cannot hide bytes from the parser."""
    return bytes(ContentInfo({"content_type": "signed_data", "content": signature.signed_data}).dump())


def _nothing_unsigned(signature: EmbeddedPdfSignature) -> bool:
    container, signer = signature.signed_data, signature.signer_info
    algorithms = [algorithm.dump() for algorithm in container["digest_algorithms"]]
    return bool(
        container["version"].native == signer["version"].native == "v1"
        and algorithms == [signer["digest_algorithm"].dump()]
        and container["encap_content_info"].native == {"content_type": "data", "content": None}
        and _names_exactly(signer, signature)
        and not container["crls"].native
        and not signer["unsigned_attrs"].native
    )


def _names_exactly(signer: SignerInfo, signature: EmbeddedPdfSignature) -> bool:
    chosen = signer["sid"].chosen
    by_key = signer["sid"].name == "subject_key_identifier"
    # Names are matched without regard to case elsewhere; here every byte counts.
    return bool(by_key or chosen["issuer"].dump() == signature.signer_cert.issuer.dump())
